package dev.tagdrift.enforce;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.JsonCodec;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import java.io.IOException;
import java.util.Collection;
import java.util.Map;
import java.util.TreeSet;

/**
 * Writes a source policy of BuildKit: {@code moby.buildkit.v1.sourcepolicy.Policy} as JSON.
 *
 * <p>No rule has a {@code matchType}. The default tries the identifier as it is and then as a pattern, and a reference has
 * nothing in it that a pattern could mean; whereas with {@code EXACT} builders before BuildKit's change 6861 of June 2026
 * convert to what was there before, and say nothing.
 *
 * @see <a href="https://github.com/moby/buildkit/blob/master/sourcepolicy/pb/policy.proto">policy.proto</a>
 */
public final class BuildKitPolicyCodec {
    private static final String IMAGE = "docker-image://";

    private BuildKitPolicyCodec() {}

    /** A policy that takes the locked image wherever its tag is named. */
    public static String write(Lockfile lockfile) {
        return JsonCodec.object(json -> {
            json.writeArrayFieldStart("rules");
            conversions(lockfile, json);
            json.writeEndArray();
        });
    }

    /**
     * A policy that does the same and lets no other image in.
     *
     * <p>BuildKit begins again after each conversion, and of the rules that allow and deny the last one that matches wins.
     * So what is locked is allowed behind the rule that denies all, under the name that it is converted to.
     *
     * @param digests what files name by a digest alone, which cannot be another image
     */
    public static String writeStrict(Lockfile lockfile, Collection<Digested> digests) {
        return JsonCodec.object(json -> {
            json.writeArrayFieldStart("rules");
            rule(json, "DENY", IMAGE + "*");
            conversions(lockfile, json);
            for (Map.Entry<Tagged, LockedImage> image : lockfile.images().entrySet()) {
                rule(
                        json,
                        "ALLOW",
                        identifier(image.getKey().at(image.getValue().digest())));
            }
            for (Digested image : new TreeSet<>(digests)) {
                rule(json, "ALLOW", identifier(image));
            }
            json.writeEndArray();
        });
    }

    private static void conversions(Lockfile lockfile, JsonGenerator json) throws IOException {
        for (Map.Entry<Tagged, LockedImage> image : lockfile.images().entrySet()) {
            json.writeStartObject();
            json.writeStringField("action", "CONVERT");
            identifier(json, "selector", identifier(image.getKey()));
            identifier(
                    json,
                    "updates",
                    identifier(image.getKey().at(image.getValue().digest())));
            json.writeEndObject();
        }
    }

    private static void rule(JsonGenerator json, String action, String identifier) throws IOException {
        json.writeStartObject();
        json.writeStringField("action", action);
        identifier(json, "selector", identifier);
        json.writeEndObject();
    }

    private static void identifier(JsonGenerator json, String key, String identifier) throws IOException {
        json.writeObjectFieldStart(key);
        json.writeStringField("identifier", identifier);
        json.writeEndObject();
    }

    private static String identifier(ImageReference reference) {
        return IMAGE + reference;
    }
}
