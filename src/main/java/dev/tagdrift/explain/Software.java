package dev.tagdrift.explain;

import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.RunConfig;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What an image is made for, and in which version: most images tell in a variable such as {@code PYTHON_VERSION}.
 *
 * @param variable that tells
 * @param version with at least two numbers, such as {@code 3.12.4}, without what packagers add
 */
public record Software(String variable, String version) {
    private static final String SUFFIX = "_VERSION";
    private static final Pattern VERSION = Pattern.compile("[0-9]+(\\.[0-9]+)+");

    /** Of what a variable says of a version: the pattern takes stack for each number. */
    private static final int LONGEST = 256;

    /** Names of variables that are not made of the last word of the repository. */
    private static final Map<String, String> OTHER_NAMES =
            Map.of("postgres", "PG", "eclipse-temurin", "JAVA", "openjdk", "JAVA", "amazoncorretto", "JAVA");

    /** What the image of a tag is made for: the variable is named like the repository, or it is the only one of its kind. */
    public static Optional<Software> of(Tagged name, RunConfig run) {
        String path = name.repository().path();
        String last = path.substring(path.lastIndexOf('/') + 1);
        String prefix =
                OTHER_NAMES.getOrDefault(last, last.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        return of(prefix + SUFFIX, run).or(() -> only(run));
    }

    private static Optional<Software> of(String variable, RunConfig run) {
        return Optional.ofNullable(run.environment().get(variable))
                .filter(text -> text.length() <= LONGEST)
                .flatMap(Software::version)
                .map(version -> new Software(variable, version));
    }

    private static Optional<Software> only(RunConfig run) {
        var variables = run.environment().keySet().stream()
                .filter(variable -> variable.endsWith(SUFFIX))
                .toList();
        return variables.size() == 1 ? of(variables.getFirst(), run) : Optional.empty();
    }

    private static Optional<String> version(String text) {
        Matcher matcher = VERSION.matcher(text);
        return matcher.find() ? Optional.of(matcher.group()) : Optional.empty();
    }

    /** The first number of the version. */
    public String major() {
        return version.substring(0, version.indexOf('.'));
    }
}
