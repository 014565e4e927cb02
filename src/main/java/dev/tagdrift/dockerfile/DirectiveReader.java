package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads parser directives, {@code # name=value}, which end at the first line that is none.
 *
 * <p>The image of {@code syntax} is looked for in four places, in this order: the {@code #} form, the same after a
 * shebang line, the {@code //} form, and the key of a JSON object. The last two are no Dockerfiles. The escape character
 * is set by the {@code #} form without a shebang only, which may be indented.
 */
final class DirectiveReader {
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private static final Set<String> NAMES = Set.of("syntax", "escape", "check");

    private final String file;
    private final LineTable lines;
    private final Map<String, SourceText> found = new HashMap<>();
    private Optional<BadSyntax> problem = Optional.empty();

    private DirectiveReader(String file, LineTable lines) {
        this.file = file;
        this.lines = lines;
    }

    /** Where the text begins: behind the byte order mark, if there is one. */
    static int start(String file) {
        return file.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length() : 0;
    }

    static Directives read(String file, LineTable lines) {
        DirectiveReader hashes = new DirectiveReader(file, lines);
        hashes.readFrom(start(file), "#", true);
        int behindShebang = behindShebang(file);
        DirectiveReader syntax = new DirectiveReader(file, lines);
        syntax.readFrom(behindShebang, "#", false);
        Optional<SourceText> image = syntax.syntax();
        boolean foreign = false;
        if (image.isEmpty()) {
            DirectiveReader slashes = new DirectiveReader(file, lines);
            slashes.readFrom(behindShebang, "//", false);
            image = slashes.syntax().or(() -> JsonHeader.syntax(file, behindShebang, lines));
            foreign = image.isPresent();
        }
        return new Directives(hashes.escape(), image, foreign, hashes.problem);
    }

    private static int behindShebang(String file) {
        int start = start(file);
        if (!file.startsWith("#!", start)) {
            return start;
        }
        int end = file.indexOf('\n', start);
        return end < 0 ? file.length() : end + 1;
    }

    private void readFrom(int start, String comment, boolean indented) {
        int position = start;
        while (position < file.length()) {
            int end = file.indexOf('\n', position);
            end = end < 0 ? file.length() : end;
            SourceText line = new SourceText.Builder(lines, position)
                    .append(file, position, end)
                    .build();
            SourceText words = indented ? line.strip() : line;
            if (!words.text().startsWith(comment) || !directive(words.from(comment.length()))) {
                return;
            }
            position = end + 1;
        }
    }

    private boolean directive(SourceText words) {
        int equals = words.text().indexOf('=');
        if (equals < 0) {
            return false;
        }
        String name = words.sub(0, equals).strip().text().toLowerCase(Locale.ROOT);
        SourceText value = words.from(equals + 1).strip();
        if (!NAMES.contains(name) || value.isEmpty()) {
            return false;
        }
        boolean repeated = found.putIfAbsent(name, value) != null;
        if (repeated
                || (name.equals("escape")
                        && !value.text().equals("\\")
                        && !value.text().equals("`"))) {
            problem = Optional.of(new BadSyntax(value.line(), words.strip().written(), SyntaxError.BAD_DIRECTIVE));
            return false;
        }
        return true;
    }

    private char escape() {
        SourceText value = found.get("escape");
        return value != null && value.text().equals("`") ? '`' : '\\';
    }

    /** The first word of the value: the rest is a command line for the image. */
    private Optional<SourceText> syntax() {
        return Optional.ofNullable(found.get("syntax")).map(value -> {
            int space = value.text().indexOf(' ');
            return space < 0 ? value : value.sub(0, space);
        });
    }
}
