package dev.tagdrift.enforce;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import dev.tagdrift.image.Digest;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the images out of an in-toto statement of SLSA provenance.
 *
 * <p>A statement can hold the whole build, with the sources of its files, so it is streamed; it is read to its end, so that
 * its digest vouches for it.
 *
 * @see <a href="https://slsa.dev/spec/v0.2/provenance">SLSA provenance 0.2, {@code materials}</a>
 * @see <a href="https://slsa.dev/spec/v1.0/provenance">SLSA provenance 1, {@code resolvedDependencies}</a>
 */
final class ProvenanceCodec {
    private static final long LONGEST = 64L << 20;

    /** No build uses that many images; a list that is longer makes no sense. */
    private static final int MOST = 10_000;

    private static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxDocumentLength(LONGEST).build())
            .build();

    private final JsonParser json;
    private final List<Material> materials = new ArrayList<>();
    private boolean listed;

    private ProvenanceCodec(JsonParser json) {
        this.json = json;
    }

    /** @throws IOException if the stream breaks */
    static Provenance read(InputStream statement) throws IOException {
        try (JsonParser json = JSON.createParser(statement)) {
            ProvenanceCodec codec = new ProvenanceCodec(json);
            json.nextToken();
            codec.object(codec::statement);
            boolean ends = json.nextToken() == null;
            return ends && codec.listed && codec.materials.size() <= MOST
                    ? new Provenance.Listed(codec.materials)
                    : new Provenance.NotReadable();
        } catch (JsonProcessingException | CharConversionException e) {
            return new Provenance.NotReadable();
        }
    }

    /** Reads the value of a field, or passes over it. */
    @FunctionalInterface
    private interface Field {
        void read(String name) throws IOException;
    }

    /** Calls this at the value of each field, if the parser is at an object. */
    private void object(Field field) throws IOException {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String name = json.currentName();
            json.nextToken();
            field.read(name);
        }
    }

    private void statement(String name) throws IOException {
        if (name.equals("predicate")) {
            object(this::predicate);
        } else {
            json.skipChildren();
        }
    }

    private void predicate(String name) throws IOException {
        switch (name) {
            case "materials" -> list();
            case "buildDefinition" -> object(this::definition);
            default -> json.skipChildren();
        }
    }

    private void definition(String name) throws IOException {
        if (name.equals("resolvedDependencies")) {
            list();
        } else {
            json.skipChildren();
        }
    }

    /** A build that used nothing can have null for a list. */
    private void list() throws IOException {
        listed |= json.currentToken() == JsonToken.START_ARRAY || json.currentToken() == JsonToken.VALUE_NULL;
        if (json.currentToken() != JsonToken.START_ARRAY) {
            json.skipChildren();
            return;
        }
        while (json.nextToken() != JsonToken.END_ARRAY) {
            Source source = new Source();
            object(source::read);
            if (materials.size() <= MOST) {
                source.image().ifPresent(materials::add);
            }
        }
    }

    /** Whatever a build took in: an image, a work tree, a file. */
    private final class Source {
        private Optional<ImageUrl> url = Optional.empty();
        private Optional<Digest> digest = Optional.empty();

        void read(String name) throws IOException {
            if (name.equals("digest")) {
                object(this::digest);
            } else if (name.equals("uri") && json.currentToken() == JsonToken.VALUE_STRING) {
                url = ImageUrl.parse(json.getText());
            } else {
                json.skipChildren();
            }
        }

        private void digest(String algorithm) throws IOException {
            if (algorithm.equals("sha256") && json.currentToken() == JsonToken.VALUE_STRING) {
                digest = Digest.parse("sha256:" + json.getText());
            } else {
                json.skipChildren();
            }
        }

        Optional<Material> image() {
            return url.flatMap(named -> digest.or(named::digest)
                    .map(content -> new Material(named.reference(), named.platform(), content)));
        }
    }
}
