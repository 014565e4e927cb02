package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of an image as a package URL, such as {@code pkg:docker/python@3.12-slim?platform=linux%2Famd64}.
 *
 * @param reference that it stands for
 * @param platform of the image, if it tells one
 * @see <a href="https://github.com/package-url/purl-spec/blob/main/types/docker-definition.json">Package URL, docker</a>
 */
record ImageUrl(ImageReference reference, Optional<Platform> platform) {
    private static final int LONGEST = 2000;
    private static final Pattern FORM = Pattern.compile(
            "(?i:pkg:/*docker)/(?<name>[^?#@]+)(?:@(?<version>[^?#]*))?(?:\\?(?<qualifiers>[^#]*))?(?:#.*)?");

    /** Reads a package URL; empty if it names anything but an image of a registry. */
    static Optional<ImageUrl> parse(String text) {
        Matcher form = FORM.matcher(text);
        if (text.length() > LONGEST || !form.matches()) {
            return Optional.empty();
        }
        try {
            Map<String, String> qualifiers = qualifiers(group(form, "qualifiers"));
            String host = qualifiers.getOrDefault("repository_url", "");
            String name = (host.isEmpty() ? "" : host + "/") + decoded(group(form, "name"));
            String version = decoded(group(form, "version"));
            return Optional.of(new ImageUrl(
                    ImageReference.parse(name + suffix(version, qualifiers.getOrDefault("digest", ""))),
                    Platform.parse(qualifiers.getOrDefault("platform", ""))));
        } catch (InvalidReferenceException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The version is a tag or a digest; the digest beside a tag is a qualifier. */
    private static String suffix(String version, String digest) {
        boolean digested = Digest.parse(version).isPresent();
        String tag = version.isEmpty() || digested ? "" : ":" + version;
        String content = digested ? version : digest;
        return tag + (content.isEmpty() ? "" : "@" + content);
    }

    private static Map<String, String> qualifiers(String text) {
        Map<String, String> qualifiers = new HashMap<>();
        for (String each : text.split("&", -1)) {
            int equals = each.indexOf('=');
            if (equals > 0) {
                qualifiers.put(each.substring(0, equals), decoded(each.substring(equals + 1)));
            }
        }
        return qualifiers;
    }

    private static String group(Matcher form, String name) {
        return Optional.ofNullable(form.group(name)).orElse("");
    }

    /** Percent signs only: a plus is itself. */
    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    /** The digest in the name itself, if there is one. */
    Optional<Digest> digest() {
        return switch (reference) {
            case Tagged name -> Optional.empty();
            case Pinned pinned -> Optional.of(pinned.digest());
            case Digested digested -> Optional.of(digested.digest());
        };
    }
}
