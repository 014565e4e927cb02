package dev.tagdrift.explain;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads the distribution's packages out of a bill of materials: SPDX 2 or CycloneDX, bare or in an in-toto statement.
 *
 * <p>Such documents have several megabytes, so they are streamed. Packages of languages are passed over: they are what
 * the users' own files ask for, and not what moves under a tag.
 */
final class SbomCodec {
    private static final JsonFactory JSON = new JsonFactory();

    /** Honest ones have a few megabytes; of what is longer the beginning makes no sense. */
    private static final long LONGEST = 64L << 20;

    /** What hangs on a component without being part of the image: the document's own subject, ancestors, evidence. */
    private static final Set<String> ASIDE = Set.of("metadata", "pedigree", "evidence", "vulnerabilities", "services");

    private final JsonParser parser;
    private final List<InstalledPackage> packages = new ArrayList<>();
    private boolean known;

    private SbomCodec(JsonParser parser) {
        this.parser = parser;
    }

    /**
     * Reads a document to its end.
     *
     * @param name by which the document is told if it makes no sense
     * @throws IOException if the stream breaks
     */
    static PackageReading read(String name, InputStream document) throws IOException {
        try (JsonParser parser = JSON.createParser(new FirstBytes(document, LONGEST))) {
            SbomCodec codec = new SbomCodec(parser);
            codec.read();
            return codec.known
                    ? PackageReading.of(new PackageList(codec.packages), Source.PUBLISHED)
                    : new NotReadable(name, Flaw.UNKNOWN_FORMAT);
        } catch (JsonProcessingException | CharConversionException e) {
            return new NotReadable(name, Flaw.MALFORMED);
        } catch (UnreadablePackagesException e) {
            return new NotReadable(name, e.flaw());
        }
    }

    private void read() throws IOException, UnreadablePackagesException {
        for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
            if (token == JsonToken.FIELD_NAME) {
                readField(parser.currentName());
            }
        }
    }

    private void readField(String name) throws IOException, UnreadablePackagesException {
        JsonToken value = parser.nextToken();
        if (ASIDE.contains(name)) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            readText(name, parser.getText());
        }
    }

    private void readText(String name, String text) throws UnreadablePackagesException {
        switch (name) {
            case "spdxVersion" -> known |= text.startsWith("SPDX-2.");
            case "bomFormat" -> known |= text.equals("CycloneDX");
            case "purl", "referenceLocator" -> {
                if (text.startsWith("pkg:")) {
                    PackageUrl.parse(text).toPackage().ifPresent(packages::add);
                }
            }
            default -> {
                // Licences, files and relations are none of our business.
            }
        }
    }
}
