package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandsTest {
    private static final Commands COMMANDS = new Commands(new Surroundings(
            Map.of(),
            Path.of("/"),
            Path.of("/"),
            new PrintWriter(new StringWriter()),
            new PrintWriter(new StringWriter()),
            false,
            false,
            Clock.systemUTC()));

    private static Set<String> all() {
        return COMMANDS.line().getSubcommands().keySet();
    }

    private static Stream<String> names() {
        return all().stream().filter(name -> !name.equals("help"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void makesTheCommandThatIsNamedAlone(String name) {
        assertThat(COMMANDS.line(name, "check", "--help").getSubcommands()).containsOnlyKeys(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "help", "--help", "-h", "chek"})
    void makesAllToTellOrToGuess(String first) {
        assertThat(COMMANDS.line(first).getSubcommands().keySet()).isEqualTo(all());
        assertThat(COMMANDS.line(new String[0]).getSubcommands().keySet()).isEqualTo(all());
    }

    @Test
    void makesTheFormsOfAnExport() {
        CommandLine export =
                Objects.requireNonNull(COMMANDS.line("export").getSubcommands().get("export"));
        assertThat(export.getSubcommands()).containsOnlyKeys("buildkit-policy", "bake", "env", "help");
    }
}
