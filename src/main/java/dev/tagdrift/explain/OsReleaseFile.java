package dev.tagdrift.explain;

import dev.tagdrift.image.OsRelease;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code os-release}, and {@code lsb-release}, which has the same form.
 *
 * @see <a href="https://www.freedesktop.org/software/systemd/man/latest/os-release.html">os-release(5)</a>
 */
final class OsReleaseFile {
    private static final Pattern LINE =
            Pattern.compile("\\s*(?<key>[A-Z][A-Z0-9_]*)=(?:\"(?<double>.*)\"|'(?<single>[^']*)'|(?<bare>\\S*))\\s*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([\"$`\\\\])");
    private static final Pattern BRANCH = Pattern.compile("(?<branch>\\d+\\.\\d+)\\.\\d+");

    /** What their files give as version is the day of the build, if anything. */
    private static final Set<String> ROLLING = Set.of("arch", "archarm", "clear-linux-os", "opensuse-tumbleweed");

    private final Map<String, String> values;

    private OsReleaseFile(Map<String, String> values) {
        this.values = values;
    }

    static OsReleaseFile parse(byte[] bytes) {
        Map<String, String> values = new HashMap<>();
        new String(bytes, StandardCharsets.UTF_8)
                .lines()
                .map(LINE::matcher)
                .filter(Matcher::matches)
                .forEach(line -> {
                    String quoted = line.group("double");
                    String text = quoted == null
                            ? Optional.ofNullable(line.group("single")).orElseGet(() -> line.group("bare"))
                            : ESCAPED.matcher(quoted).replaceAll("$1");
                    values.put(line.group("key"), text);
                });
        return new OsReleaseFile(values);
    }

    private String get(String key) {
        return values.getOrDefault(key, "");
    }

    /** What {@code os-release} tells; empty if it names no system. */
    Optional<OsRelease> release() {
        return release(get("ID"), get("VERSION_ID"), get("VERSION_CODENAME"));
    }

    /** What Ubuntu's {@code lsb-release} tells; empty if it is another's. */
    Optional<OsRelease> ubuntu() {
        return get("DISTRIB_ID").equals("Ubuntu") && !get("DISTRIB_RELEASE").isEmpty()
                ? release("ubuntu", get("DISTRIB_RELEASE"), get("DISTRIB_CODENAME"))
                : Optional.empty();
    }

    private static Optional<OsRelease> release(String id, String version, String codename) {
        String known = codename.isEmpty() && id.equals("debian") ? DebianRelease.codename(version) : codename;
        try {
            return Optional.of(new OsRelease(id, version(id, version), known));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** What changes within a release is left out, so that the same release is the same text. */
    private static String version(String id, String version) {
        if (ROLLING.contains(id)) {
            return "";
        }
        if (id.equals("alpine")) {
            Matcher branch = BRANCH.matcher(version);
            return branch.matches() ? branch.group("branch") : version.contains("_alpha") ? "edge" : version;
        }
        return version;
    }
}
