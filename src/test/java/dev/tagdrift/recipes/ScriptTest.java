package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Programs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** shellcheck finds nothing in what a CI system is told to run. */
class ScriptTest {
    @TempDir
    private Path folder = Path.of("");

    static Stream<Script> scripts() {
        return Script.all();
    }

    private Shell check(Script script) throws IOException {
        Programs.assumeInstalled("shellcheck");
        Path file = Files.writeString(folder.resolve("script"), "#!" + script.interpreter() + "\n" + script.text());
        return Shell.run(folder, Map.of(), "shellcheck " + file);
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void isClean(Script script) throws IOException {
        assertThat(check(script)).isEqualTo(new Shell(0, ""));
    }

    @Test
    void aMistakeIsNoticed() throws IOException {
        assertThat(check(new Script("", "/bin/sh -xe", "echo $HOME")).out()).contains("SC2086");
    }

    /** A file whose shell is not found would be clean. */
    @Test
    void eachFileHasScripts() {
        List<String> origins = Script.all().map(Script::origin).toList();
        assertThat(origins)
                .contains("action.yml", ".github/workflows/ci.yml", ".github/workflows/release.yml")
                .containsAll(Recipe.all().stream()
                        .map(Recipe::toString)
                        .filter(recipe -> !recipe.matches("pre-commit\\.md .*|.*base-images(-scanning)?\\.yml"))
                        .toList());
    }
}
