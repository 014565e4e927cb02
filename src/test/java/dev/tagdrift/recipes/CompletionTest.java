package dev.tagdrift.recipes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Programs;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The shells themselves complete what is typed. */
class CompletionTest {
    private static final String TYPED = """
            tagdrift ch                                  | check
            tagdrift check --off                         | --offline
            tagdrift check --fail-on pl                  | platform
            tagdrift check --fail-on=pl                  | platform
            tagdrift report --format mark                | markdown
            tagdrift explain a --format mark             | markdown
            tagdrift scan --format js                    | json
            tagdrift check serv                          | services
            tagdrift check --lockfile lock               | lockfiles
            tagdrift explain pyt                         | python:3.12-slim
            tagdrift lock --upgrade-image no             | node:20-alpine
            tagdrift lock --upgrade-image ghcr.io/o/app: | ghcr.io/o/app:2
            tagdrift export buildk                       | buildkit-policy
            tagdrift export bake --tar                   | --target
            tagdrift help comp                           | completion
            tagdrift completion fi                       | fish
            """;

    private Path root;
    private FakeRegistry registry;

    @BeforeEach
    void lock(@TempDir Path folder) throws IOException {
        root = folder;
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("python"));
        registry.push("library/node", "20-alpine", Images.index("node"));
        registry.push("o/app", "2", Images.index("app"));
        TempWorkspace project = TempWorkspace.of(folder, registry)
                .append("tagdrift.yaml", "  ghcr.io: { mirror: \"http://" + registry.host() + "\" }")
                .file("services/Dockerfile", "FROM python:3.12-slim", "FROM node:20-alpine", "FROM ghcr.io/o/app:2")
                .done("lock");
        for (String shell : List.of("bash", "zsh", "fish")) {
            Files.writeString(
                    folder.resolve("completion." + shell),
                    project.run("completion", shell).out());
        }
    }

    @AfterEach
    void stop() {
        registry.close();
    }

    private String run(String... script) throws IOException {
        return Shell.run(root, Map.of("HOME", root.toString(), "TERM", "dumb"), String.join("\n", script))
                .out();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TYPED)
    void bashCompletes(String typed, String word) throws IOException {
        String offered = word.contains(":") && typed.contains(":") ? word.substring(word.indexOf(':') + 1) : word;
        String told = run(
                "set +e", // as where one types
                "source completion.bash",
                "COMP_LINE='" + typed + "' COMP_POINT=" + typed.length(),
                "_tagdrift",
                "printf '%s\\n' \"${COMPREPLY[@]}\"");
        assertThat(told).isEqualTo(offered + "\n");
    }

    /** The lockfile of a checkout is a stranger's: bash would run what it inserts. */
    @Test
    void offersNothingThatAShellCouldRun() throws IOException {
        Path lockfile = root.resolve("lockfiles/base-images.lock.json");
        Files.writeString(lockfile, Files.readString(lockfile).replace("python:3.12-slim", "python:3$(touch owned)"));
        String told = run(
                "set +e",
                "source completion.bash",
                "COMP_LINE='tagdrift explain py' COMP_POINT=19",
                "_tagdrift",
                "printf '%s\\n' \"${COMPREPLY[@]}\"");
        assertThat(told).doesNotContain("touch");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TYPED)
    void fishCompletes(String typed, String word) throws IOException {
        Programs.assumeInstalled("fish");
        String told = run("fish --no-config -c 'source completion.fish; complete -C \"" + typed + "\"'");
        assertThat(told.lines().map(line -> line.split("\t", 2)[0]))
                .containsExactly(
                        typed.contains("=")
                                ? "--fail-on=" + word
                                : word.matches("services|lockfiles") ? word + "/" : word);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = TYPED)
    void zshCompletes(String typed, String word) throws IOException {
        Programs.assumeInstalled("zsh");
        String told = run(
                "cat > typing.zsh <<'END'",
                "zmodload zsh/zpty",
                "zpty terminal zsh -f -i",
                "zpty -w terminal 'PROMPT= RPROMPT=; unsetopt zle_bracketed_paste; autoload -Uz compinit; compinit -u -D'",
                "zpty -w terminal 'source completion.zsh; tagdrift() { print -r -- \"<[${@[-1]}]>\" }'",
                "zpty -w terminal 'print READY'",
                "zpty -r terminal line '*READY*READY*'",
                "zpty -w -n terminal \"$1\"$'\\t\\n'",
                "zpty -r terminal line '*\\]>*'",
                "print -r -- \"$line\"",
                "zpty -d terminal",
                "END",
                "zsh -f typing.zsh '" + typed + "'");
        String full = typed.contains("=") ? "--fail-on=" + word : word;
        assertThat(told).containsPattern("<\\[" + full.replace(".", "\\.") + "/?\\]>");
    }

    @Test
    void bashOffersAllThereIs() throws IOException {
        String told = run(
                "source completion.bash",
                "COMP_LINE='tagdrift ' COMP_POINT=9",
                "_tagdrift",
                "printf '%s ' \"${COMPREPLY[@]}\"");
        assertThat(told).startsWith("scan lock check report explain ").endsWith(" help ");
    }

    @Test
    void scriptsAreClean() throws IOException {
        Programs.assumeInstalled("shellcheck");
        assertThat(run("shellcheck -s bash completion.bash")).isEmpty();
    }
}
