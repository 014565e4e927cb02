package dev.tagdrift.lockfile;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Lays JSON out in the one form in which it is written: two spaces a level, {@code ": "}, LF, a final newline. */
public final class JsonCodec {
    private static final JsonFactory FACTORY = new JsonFactory();
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private JsonCodec() {}

    /** What is written. */
    @FunctionalInterface
    public interface Content {
        /** Writes it. */
        void write(JsonGenerator json) throws IOException;
    }

    /** A document whose outermost value is an object with this in it. */
    public static String object(Content content) {
        return write(json -> {
            json.writeStartObject();
            content.write(json);
            json.writeEndObject();
        });
    }

    /** A document. */
    public static String write(Content content) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator("")
                            .withArrayEmptySeparator(""))
                    .withObjectIndenter(TWO_SPACES)
                    .withArrayIndenter(TWO_SPACES));
            content.write(json);
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return text.append('\n').toString();
    }
}
