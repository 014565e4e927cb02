package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

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
    private static final Pattern FORM = Pattern.compile(
            "([a-zA-Z][a-zA-Z0-9]*)[\\t\\n\\f\\r ]*=[\\t\\n\\f\\r ]*(.+?)[\\t\\n\\f\\r ]*", Pattern.DOTALL);

    /** A longer line is no directive: a pattern should not have to look at it. */
    private static final int MAX_LINE = 1 << 16;

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
            int visible = end;
            while (visible > position && file.charAt(visible - 1) == '\r') {
                visible--;
            }
            SourceText line = new SourceText.Builder(lines, position)
                    .append(file, position, visible)
                    .build();
            SourceText words = indented ? leftStripped(line) : line;
            boolean isComment = words.text().startsWith(comment) && words.length() < MAX_LINE;
            if (!isComment || !directive(leftStripped(words.from(comment.length())))) {
                return;
            }
            position = end + 1;
        }
    }

    private static SourceText leftStripped(SourceText text) {
        return text.from(Words.skipSpaces(text, 0));
    }

    /** {@code name = value}: spaces may stand around each, and a value of spaces alone is still a value. */
    private boolean directive(SourceText words) {
        Matcher form = FORM.matcher(words.text());
        if (!form.matches() || !NAMES.contains(form.group(1).toLowerCase(Locale.ROOT))) {
            return false;
        }
        String name = form.group(1).toLowerCase(Locale.ROOT);
        SourceText value = words.sub(form.start(2), form.end(2));
        boolean repeated = found.putIfAbsent(name, value) != null;
        if (repeated || !isAllowed(name, value.text())) {
            problem = Optional.of(new BadSyntax(value.line(), words.strip().written(), SyntaxError.BAD_DIRECTIVE));
            return false;
        }
        return true;
    }

    private static boolean isAllowed(String name, String value) {
        return switch (name) {
            case "escape" -> value.equals("\\") || value.equals("`");
            case "syntax" -> !value.startsWith(" ");
            default -> true;
        };
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
