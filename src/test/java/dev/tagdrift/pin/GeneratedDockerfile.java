package dev.tagdrift.pin;

import java.util.List;
import java.util.Random;

/** Dockerfiles of every shape that a name can stand in, none of them pinned, the same for the same seed. */
final class GeneratedDockerfile {
    private static final List<String> TAGS = List.of("3.12", "latest", "20-slim", "_1", "Edge");
    private static final List<String> NAMES =
            List.of("python", "team/base", "ghcr.io/a/b.c", "registry.internal:5000/x", "localhost/x", "latest");

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;
    private final char escape;

    private GeneratedDockerfile(long seed) {
        random = new Random(seed);
        lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
        escape = random.nextInt(5) == 0 ? '`' : '\\';
    }

    static String of(long seed) {
        return new GeneratedDockerfile(seed).generate();
    }

    private String generate() {
        text.append(random.nextInt(4) == 0 ? "\uFEFF" : "");
        if (random.nextInt(3) == 0) {
            line("# syntax=" + image());
        }
        if (escape == '`') {
            line("# escape=`");
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            line("ARG A" + random.nextInt(3) + "=" + quoted(one(List.of(image(), tag(), one(NAMES), "$A0", "x"))));
        }
        for (int i = 1 + random.nextInt(6); i > 0; i--) {
            instruction();
        }
        // The last line need not have an end.
        return random.nextBoolean() ? text.toString() : text.toString().stripTrailing();
    }

    private void instruction() {
        switch (random.nextInt(9)) {
            case 0, 1, 2 -> line("FROM " + quoted(word()) + (random.nextBoolean() ? " AS s" + random.nextInt(3) : ""));
            case 3 -> line("FROM --platform=$BUILDPLATFORM" + gap() + word());
            case 4 -> line("COPY --from=" + image() + gap() + "a b");
            case 5 -> line("RUN --mount=type=bind,from=" + image() + ",target=/t" + gap() + "echo " + image());
            case 6 -> line("RUN <<E" + lineEnd + "FROM " + image() + lineEnd + "E");
            case 7 -> line("ARG A" + random.nextInt(3));
            default -> line("# FROM " + image());
        }
    }

    private String word() {
        String variable = "A" + random.nextInt(3);
        return switch (random.nextInt(9)) {
            case 0 -> "${" + variable + "}";
            case 1 -> one(NAMES) + ":$" + variable;
            case 2 -> one(NAMES) + ":${" + variable + "}-" + tag();
            case 3 -> "${" + variable + ":-" + image() + "}";
            case 4 -> one(NAMES) + "-${TARGETARCH}:" + tag();
            case 5 -> broken(image());
            default -> image();
        };
    }

    /** Over two lines, anywhere. */
    private String broken(String word) {
        int at = 1 + random.nextInt(word.length() - 1);
        return word.substring(0, at) + escape + lineEnd + word.substring(at);
    }

    private String image() {
        return random.nextInt(5) == 0 ? one(NAMES) : one(NAMES) + ":" + tag();
    }

    private String tag() {
        return one(TAGS);
    }

    private String quoted(String word) {
        return switch (random.nextInt(5)) {
            case 0 -> "\"" + word + "\"";
            case 1 -> "'" + word + "'";
            default -> word;
        };
    }

    private String gap() {
        return random.nextInt(4) == 0 ? " " + escape + lineEnd + "  " : " ";
    }

    private void line(String words) {
        text.append(words).append(lineEnd);
    }

    private <T> T one(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
