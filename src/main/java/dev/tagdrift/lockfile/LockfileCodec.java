package dev.tagdrift.lockfile;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.core.util.Separators.Spacing;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * The lockfile's text in its one canonical form: two spaces, {@code ": "}, LF, sorted keys, a final newline. Whatever two
 * people lock alike is alike to the byte, and an image is a block of lines of its own for whoever merges or reviews.
 */
final class LockfileCodec {
    private static final DefaultIndenter TWO_SPACES = new DefaultIndenter("  ", "\n");

    private LockfileCodec() {}

    static LockfileReading read(String text) {
        return LockfileReaderCodec.read(text);
    }

    static String write(Lockfile lockfile) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = LockfileReaderCodec.JSON.createGenerator(text)) {
            json.setPrettyPrinter(new DefaultPrettyPrinter()
                    .withSeparators(Separators.createDefaultInstance()
                            .withObjectFieldValueSpacing(Spacing.AFTER)
                            .withObjectEmptySeparator(""))
                    .withObjectIndenter(TWO_SPACES));
            json.writeStartObject();
            json.writeNumberField("version", Lockfile.VERSION);
            json.writeObjectFieldStart("images");
            for (Map.Entry<Tagged, LockedImage> image : lockfile.images().entrySet()) {
                json.writeObjectFieldStart(image.getKey().toString());
                writeImage(json, image.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("a string can always be written to", e);
        }
        return text.append('\n').toString();
    }

    private static void writeImage(JsonGenerator json, LockedImage image) throws IOException {
        json.writeStringField("digest", image.digest().toString());
        json.writeStringField("mediaType", image.mediaType().toString());
        if (image.os().isPresent()) {
            json.writeStringField("os", image.os().get());
        }
        if (image.created().isPresent()) {
            json.writeStringField("created", image.created().get().toString());
        }
        if (!image.platforms().isEmpty()) {
            json.writeObjectFieldStart("platforms");
            for (Map.Entry<Platform, Digest> platform : image.platforms().entrySet()) {
                json.writeStringField(
                        platform.getKey().toString(), platform.getValue().toString());
            }
            json.writeEndObject();
        }
    }
}
