package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Reads the value of {@code RUN --mount}: fields of comma-separated values, most of them {@code key=value}.
 *
 * <p>Values other than that of {@code from} can have variables, which are not known here and not looked at.
 */
final class MountReader {
    private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final Set<String> SWITCHES = Set.of("readonly", "ro", "readwrite", "rw", "required");
    private static final Set<String> KEYS = Set.of(
            "type",
            "from",
            "source",
            "src",
            "target",
            "dst",
            "destination",
            "readonly",
            "ro",
            "readwrite",
            "rw",
            "required",
            "size",
            "id",
            "sharing",
            "mode",
            "uid",
            "gid",
            "env");

    private Optional<SourceText> from = Optional.empty();
    private Optional<SyntaxError> error = Optional.empty();
    private String type = "bind";

    private MountReader() {}

    static MountReader read(SourceText mount) {
        MountReader reader = new MountReader();
        reader.fields(mount).forEach(reader::field);
        if (reader.type.equals("secret") && reader.from.isPresent()) {
            reader.error = Optional.of(SyntaxError.BAD_MOUNT);
        }
        return reader;
    }

    /** The image or stage that is mounted. */
    Optional<SourceText> from() {
        return error.isPresent() ? Optional.empty() : from;
    }

    /** What BuildKit refuses about the mount. */
    Optional<SyntaxError> error() {
        return error;
    }

    private List<SourceText> fields(SourceText mount) {
        List<SourceText> fields = new ArrayList<>();
        int position = 0;
        while (position <= mount.length()) {
            int end = endOfField(mount, position);
            boolean quoted = mount.text().startsWith("\"", position);
            if (quoted && (end < position + 2 || mount.charAt(end - 1) != '"')) {
                error = Optional.of(SyntaxError.BAD_MOUNT);
            } else {
                fields.add(quoted ? mount.sub(position + 1, end - 1) : mount.sub(position, end));
            }
            position = end + 1;
        }
        return fields;
    }

    private static int endOfField(SourceText mount, int start) {
        boolean quoted = false;
        int end = start;
        while (end < mount.length() && (quoted || mount.charAt(end) != ',')) {
            quoted ^= mount.charAt(end) == '"';
            end++;
        }
        return end;
    }

    private void field(SourceText field) {
        int equals = field.text().indexOf('=');
        String key = (equals < 0 ? field.text() : field.text().substring(0, equals)).toLowerCase(Locale.ROOT);
        if (!(equals < 0 ? SWITCHES : KEYS).contains(key)) {
            error = Optional.of(SyntaxError.BAD_MOUNT);
        } else if (key.equals("from")) {
            from(field.from(equals + 1));
        } else if (key.equals("type")) {
            type(field.text().substring(equals + 1).toLowerCase(Locale.ROOT));
        }
    }

    private void from(SourceText value) {
        int dollar = value.text().indexOf('$');
        if (dollar >= 0 && dollar < value.length() - 1) {
            error = Optional.of(SyntaxError.VARIABLE_NOT_ALLOWED);
        } else {
            from = Optional.of(value).filter(name -> !name.isEmpty());
        }
    }

    private void type(String value) {
        type = value;
        if (!TYPES.contains(value) && value.indexOf('$') < 0) {
            error = Optional.of(SyntaxError.BAD_MOUNT);
        }
    }
}
