package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.Mount.Field;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Judges a mount as BuildKit does, its variables replaced.
 *
 * <p>Some keys depend on the type, so far as it has been read: their order matters.
 */
final class MountRules {
    private static final Set<String> TYPES = Set.of("bind", "cache", "tmpfs", "secret", "ssh");
    private static final Set<String> SHARING = Set.of("shared", "private", "locked");
    private static final Set<String> OWNED = Set.of("secret", "ssh", "cache");
    private static final Set<String> BOOLEANS =
            Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");
    private static final Pattern SIZE = Pattern.compile("[0-9]+(\\.[0-9]*)?|\\.[0-9]+");
    private static final Pattern SUFFIX = Pattern.compile(" ?(|[bB]|[kKmMgGtTpP](|[bB]|[iI][bB]))");
    private static final long MAX_NUMBER = 0xFFFF_FFFFL;

    private final StageScope scope;
    private final char escape;
    private final Set<String> given = new HashSet<>();
    private String type = "bind";
    private String target = "";
    private boolean unsure;

    private MountRules(StageScope scope, char escape) {
        this.scope = scope;
        this.escape = escape;
    }

    /** What BuildKit refuses about the mount. */
    static Optional<SyntaxError> broken(Mount mount, StageScope scope, char escape) {
        MountRules rules = new MountRules(scope, escape);
        try {
            for (Field field : mount.fields()) {
                if (!rules.accepts(field)) {
                    return Optional.of(SyntaxError.BAD_MOUNT);
                }
            }
        } catch (BadWordException e) {
            return Optional.of(e.reason());
        }
        return rules.fitsTogether(mount) ? Optional.empty() : Optional.of(SyntaxError.BAD_MOUNT);
    }

    private boolean accepts(Field field) throws BadWordException {
        if (field.value().isEmpty()) {
            return switch (field.key()) {
                case "readonly", "ro", "readwrite", "rw" -> true;
                case "required" -> takesRequired();
                default -> false;
            };
        }
        Value value = Expander.expand(field.value().get().written(), escape, scope);
        if (!value.text().isEmpty()) {
            given.add(field.key());
        }
        unsure = value.missing().isPresent() && scope.unseen();
        return accepts(field.key(), value.text());
    }

    private boolean accepts(String key, String value) {
        return switch (key) {
            case "type" -> takesType(value.toLowerCase(Locale.ROOT));
            case "from", "source", "src", "id", "env" -> true;
            case "target", "dst", "destination" -> takesTarget(value);
            case "readonly", "ro", "readwrite", "rw" -> unsure || BOOLEANS.contains(value);
            case "required" -> takesRequired() && (unsure || BOOLEANS.contains(value));
            case "size" -> type.equals("tmpfs") && (unsure || isSize(value));
            case "sharing" -> SHARING.contains(value.toLowerCase(Locale.ROOT));
            case "mode" -> takesNumber(key, value, 8);
            case "uid", "gid" -> takesNumber(key, value, 10);
            default -> false;
        };
    }

    private boolean takesType(String value) {
        type = value;
        return TYPES.contains(value);
    }

    private boolean takesTarget(String value) {
        target = value.isEmpty() && unsure ? "?" : value;
        return true;
    }

    private boolean takesRequired() {
        return type.equals("secret") || type.equals("ssh");
    }

    private boolean takesNumber(String key, String value, int radix) {
        given.add(key);
        return unsure || isNumber(value, radix);
    }

    private static boolean isNumber(String value, int radix) {
        boolean digits = !value.isEmpty() && value.chars().allMatch(c -> c < 0x80 && Character.digit(c, radix) >= 0);
        return digits
                && (value.length() < 12 || value.startsWith("0"))
                && Long.parseLong(value.substring(Math.max(0, value.length() - 16)), radix) <= MAX_NUMBER;
    }

    private static boolean isSize(String value) {
        int end = value.length();
        while (end > 0 && "0123456789. ".indexOf(value.charAt(end - 1)) < 0) {
            end--;
        }
        boolean space = end > 0 && value.charAt(end - 1) == ' ';
        String number = value.substring(0, space ? end - 1 : end);
        return SIZE.matcher(number).matches()
                && SUFFIX.matcher(value.substring(end)).matches();
    }

    private boolean fitsTogether(Mount mount) {
        boolean owner = given.contains("mode") || given.contains("uid") || given.contains("gid");
        boolean shared = given.contains("sharing") && !type.equals("cache");
        if ((owner && !OWNED.contains(type)) || shared) {
            return false;
        }
        return switch (type) {
            case "secret" -> isSecret(mount);
            case "ssh" -> true;
            default -> hasTarget();
        };
    }

    private boolean isSecret(Mount mount) {
        boolean source = given.contains("source") || given.contains("src");
        boolean named = source || given.contains("id") || !target.isEmpty() || unsure;
        return mount.from().isEmpty() && named && !(source && given.contains("id"));
    }

    /** The root cannot be mounted over; a relative target is resolved in the working folder. */
    private boolean hasTarget() {
        if (target.startsWith("/")) {
            return !Paths.isRoot(target);
        }
        return !Paths.isRoot(scope.workingFolder() + "/" + target)
                || (scope.unseen() && !scope.hasWorkingFolder() && !target.isEmpty());
    }
}
