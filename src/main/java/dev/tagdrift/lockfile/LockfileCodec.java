package dev.tagdrift.lockfile;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import java.io.IOException;
import java.util.Map;

/**
 * The lockfile's text in its one canonical form: two spaces, {@code ": "}, LF, sorted keys, a final newline. Whatever two
 * people lock alike is alike to the byte, and an image is a block of lines of its own for whoever merges or reviews.
 */
final class LockfileCodec {
    private LockfileCodec() {}

    static LockfileReading read(String text) {
        return LockfileReaderCodec.read(text);
    }

    static String write(Lockfile lockfile) {
        return JsonCodec.object(json -> {
            json.writeNumberField("version", Lockfile.VERSION);
            json.writeObjectFieldStart("images");
            for (Map.Entry<Tagged, LockedImage> image : lockfile.images().entrySet()) {
                json.writeObjectFieldStart(image.getKey().toString());
                writeImage(json, image.getValue());
                json.writeEndObject();
            }
            json.writeEndObject();
        });
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
