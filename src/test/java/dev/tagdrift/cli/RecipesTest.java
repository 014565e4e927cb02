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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Whatever the guides tell to copy into a CI file is YAML, and calls the program as it can be called. */
class RecipesTest {
    private static final Pattern RECIPE =
            Pattern.compile("^```yaml\n# [^\n]*\\.yml\n(?<text>.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<String> recipes() throws IOException {
        List<String> recipes = new ArrayList<>();
        try (Stream<Path> guides = Files.walk(Path.of("docs"))) {
            for (Path guide : guides.filter(file -> file.toString().endsWith(".md"))
                    .sorted()
                    .toList()) {
                RECIPE.matcher(Files.readString(guide))
                        .results()
                        .map(recipe -> recipe.group("text"))
                        .forEach(recipes::add);
            }
        }
        assertThat(recipes).hasSizeGreaterThanOrEqualTo(3);
        return recipes.stream();
    }

    @ParameterizedTest
    @MethodSource("recipes")
    void canBeCopied(String recipe) {
        Object read = new Load(LoadSettings.builder().build()).loadFromString(recipe);
        List<String> commands = commands(read)
                .flatMap(String::lines)
                .filter(line -> line.startsWith("tagdrift "))
                .toList();
        assertThat(!commands.isEmpty() || recipe.contains("uses: OWNER/tagdrift@"))
                .isTrue();
        Surroundings nowhere = new Surroundings(
                Map.of(),
                Path.of("/"),
                Path.of("/"),
                new PrintWriter(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false,
                Clock.systemUTC());
        for (String command : commands) {
            new Commands(nowhere)
                    .line()
                    .setCaseInsensitiveEnumValuesAllowed(true)
                    .parseArgs(command.substring("tagdrift ".length()).split(" +"));
        }
    }

    private static Stream<String> commands(@Nullable Object node) {
        return switch (node) {
            case null -> Stream.empty();
            case Map<?, ?> map -> map.values().stream().flatMap(RecipesTest::commands);
            case List<?> list -> list.stream().flatMap(RecipesTest::commands);
            default -> Stream.of(String.valueOf(node));
        };
    }
}
