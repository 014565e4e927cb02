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
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

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

    /** What hangs on a component without being part of the image: ancestors, evidence. */
    private static final Set<String> ASIDE = Set.of("pedigree", "evidence", "vulnerabilities", "services");

    /** How SPDX marks a tool, and what follows its name there. */
    private static final String TOOL = "Tool: ";

    private static final Pattern VERSION = Pattern.compile("-(v?[0-9]|\\[).*", Pattern.DOTALL);

    /** One or two are honest. */
    private static final int MOST_MAKERS = 8;

    private final JsonParser parser;
    private final List<InstalledPackage> packages = new ArrayList<>();
    private final SortedSet<String> makers = new TreeSet<>();
    private String format = "";

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
            return codec.format.isEmpty()
                    ? new NotReadable(name, Flaw.UNKNOWN_FORMAT)
                    : PackageReading.of(new PackageList(codec.packages), codec.source());
        } catch (JsonProcessingException | CharConversionException e) {
            return new NotReadable(name, Flaw.MALFORMED);
        } catch (UnreadablePackagesException e) {
            return new NotReadable(name, e.flaw());
        }
    }

    private Source source() {
        return new Source.Published(format, String.join(", ", makers));
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
        if (name.equals("metadata")) {
            readMetadata();
        } else if (name.equals("creators")) {
            readMakers();
        } else if (ASIDE.contains(name)) {
            parser.skipChildren();
        } else if (value == JsonToken.VALUE_STRING) {
            readText(name, parser.getText());
        }
    }

    /** Of CycloneDX: the document's own subject is no part of the image, its tools are the makers. */
    private void readMetadata() throws IOException {
        if (parser.currentToken() != JsonToken.START_OBJECT) {
            parser.skipChildren();
            return;
        }
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean tools = parser.currentName().equals("tools");
            parser.nextToken();
            if (tools) {
                readMakers();
            } else {
                parser.skipChildren();
            }
        }
    }

    /** Those of the value that begins here: SPDX marks tools among its creators, CycloneDX gives each its name. */
    private void readMakers() throws IOException {
        int depth = 0;
        do {
            JsonToken token = parser.currentToken();
            depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
            if (token == JsonToken.VALUE_STRING && makers.size() < MOST_MAKERS) {
                readMaker(parser.getText());
            }
        } while (depth > 0 && parser.nextToken() != null);
    }

    private void readMaker(String text) throws IOException {
        if (text.startsWith(TOOL)) {
            makers.add(VERSION.matcher(text.substring(TOOL.length())).replaceFirst(""));
        } else if ("name".equals(parser.currentName())) {
            makers.add(text);
        }
    }

    private void readText(String name, String text) throws UnreadablePackagesException {
        switch (name) {
            case "spdxVersion" -> format = text.startsWith("SPDX-2.") ? "SPDX" : format;
            case "bomFormat" -> format = text.equals("CycloneDX") ? text : format;
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
