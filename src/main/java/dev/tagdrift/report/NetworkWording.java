package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.resolve.Quota;
import java.time.Duration;
import java.util.List;

/** The words for the way to registries. */
public final class NetworkWording {
    private NetworkWording() {}

    /** A variable that should name a proxy. */
    public static Message badProxy(String variable) {
        return new Message(
                Kind.WARNING,
                Id.BAD_PROXY,
                "",
                code(variable) + " names no proxy that can be used, so registries are asked directly",
                List.of(),
                List.of(
                        "write it as `http://proxy.example.com:3128`, or `socks5://` for SOCKS; one that wants TLS itself,"
                                + " `https://`, is not supported"));
    }

    /** A file of certificates that the settings name for a registry. */
    public static Message badAuthority(String settings, String registry, String reason) {
        return new Message(
                Kind.ERROR,
                Id.BAD_SETTINGS,
                settings,
                "the " + code("ca-file") + " of " + code(registry) + " cannot be used: " + reason,
                List.of(),
                List.of("name a file of certificates in PEM, relative to the root"));
    }

    /** A file of certificates that a variable names. */
    public static Message badRoots(String variable, String reason) {
        return UsageWording.usage(
                "the file that " + code(variable) + " names cannot be used: " + reason,
                List.of("name a file of certificates in PEM, or unset it"));
    }

    /** What {@code -v} tells about what a registry still gives. */
    public static String quota(String registry, Quota quota) {
        String left = quota.limit()
                .map(limit -> quota.remaining() + " of " + Phrases.count(limit, "pull"))
                .orElse(Phrases.count(quota.remaining(), "pull"));
        String window = quota.seconds()
                .map(seconds -> " for each " + Phrases.time(Duration.ofSeconds(seconds)))
                .orElse("");
        return registry + " has " + left + " left" + window;
    }

    /** A value of {@code --timeout} is none. */
    public static Message badTimeout(String text) {
        return UsageWording.usage(
                code(text) + " is no length of time",
                List.of("write it as `90s`, `5m` or `1h`; a number alone is seconds"));
    }
}
