package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever the guides tell to copy into a CI file is YAML, and calls the program as it can be called. */
class RecipesTest {
    private static final Pattern RECIPE = Pattern.compile("(?ms)^```yaml\n(?<text>.*?)^```$");

    static Stream<String> recipes() throws IOException {
        List<String> recipes = new ArrayList<>();
        try (Stream<Path> guides = Files.walk(Path.of("docs"))) {
            for (Path guide : guides.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                RECIPE.matcher(Files.readString(guide))
                        .results()
                        .map(recipe -> recipe.group("text"))
                        .filter(text -> commands(text).findAny().isPresent())
                        .forEach(recipes::add);
            }
        }
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(3);
        return recipes.stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void canBeCopied(String recipe) {
        Surroundings nowhere = new Surroundings(
                Map.of(),
                Path.of("/"),
                Path.of("/"),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false,
                Clock.systemUTC());
        commands(recipe)
                .forEach(command -> new Commands(nowhere)
                        .line()
                        .setCaseInsensitiveEnumValuesAllowed(true)
                        .parseArgs(command.substring("tagdrift ".length()).split(" +")));
    }

    private static Stream<String> commands(String recipe) {
        Iterable<Object> documents = new Load(LoadSettings.builder().build()).loadAllFromString(recipe);
        return StreamSupport.stream(documents.spliterator(), false)
                .flatMap(RecipesTest::texts)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("tagdrift "));
    }

    private static Stream<String> texts(@Nullable Object node) {
        return switch (node) {
            case null -> Stream.of();
            case Map<?, ?> map -> map.values().stream().flatMap(RecipesTest::texts);
            case List<?> list -> list.stream().flatMap(RecipesTest::texts);
            default -> Stream.of(String.valueOf(node));
        };
    }
}
