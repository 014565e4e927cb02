package dev.tagdrift.recipes;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A piece of shell in a file that a CI system reads.
 *
 * @param origin of it
 * @param interpreter with the options under which the system runs it
 * @param text of it
 */
record Script(String origin, String interpreter, String text) {
    /** Those of all recipes, and of this repository's own files. */
    static Stream<Script> all() {
        return Stream.concat(
                Recipe.all().stream().flatMap(Script::of),
                Stream.concat(Stream.of(Path.of("action.yml")), Recipe.ownWorkflows().stream())
                        .flatMap(Script::of));
    }

    private static Stream<Script> of(Path file) {
        return in(Yaml.read(file)).map(text -> new Script(file.toString(), "/bin/bash -e", text));
    }

    private static Stream<Script> of(Recipe recipe) {
        String origin = recipe.toString();
        return switch (recipe.language()) {
            case "yaml" ->
                Yaml.documents(recipe.text()).stream()
                        .flatMap(Script::in)
                        .map(text -> new Script(origin, interpreter(recipe.file()), text));
            case "groovy" ->
                Jenkinsfile.shellSteps(recipe.text()).stream().map(text -> new Script(origin, "/bin/sh -xe", text));
            case "sh" -> Stream.of(new Script(origin, "/bin/bash", recipe.text()));
            default -> throw new AssertionError("nothing is known of " + recipe.language());
        };
    }

    /** Only Azure goes on after a command that fails. */
    private static String interpreter(String file) {
        return file.equals("azure-pipelines.yml") ? "/bin/bash" : "/bin/bash -e";
    }

    private static Stream<String> in(@Nullable Object node) {
        return switch (node) {
            case Map<?, ?> map ->
                map.entrySet().stream().flatMap(entry -> in(String.valueOf(entry.getKey()), entry.getValue()));
            case List<?> list -> list.stream().flatMap(Script::in);
            case null, default -> Stream.empty();
        };
    }

    private static Stream<String> in(String key, @Nullable Object value) {
        return switch (value) {
            case String text when key.matches("run|bash|command") -> Stream.of(text);
            case List<?> lines
            when key.matches("script|before_script|args") ->
                Stream.of(lines.stream().map(String::valueOf).collect(Collectors.joining("\n")));
            case Map<?, ?> inputs when key.equals("with") -> Stream.empty(); // no shell is given to an action
            case null, default -> in(value);
        };
    }

    @Override
    public String toString() {
        return origin + ": " + text.lines().findFirst().orElse("");
    }
}
