package dev.tagdrift.cli;

import dev.tagdrift.demo.DemoImages;
import dev.tagdrift.demo.EmbeddedRegistry;
import dev.tagdrift.report.DemoWording;
import dev.tagdrift.report.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The story of the demo, told by running the real commands in a project of its own. */
final class Story {
    private static final String IMAGE = "python:" + DemoImages.TAG;

    private final Path folder;
    private final Surroundings surroundings;
    private final PrintWriter out;
    private boolean asTold = true;

    Story(Path folder, Surroundings surroundings) {
        this.folder = folder;
        this.surroundings = surroundings;
        this.out = surroundings.out();
    }

    int play() throws IOException {
        try (EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            registry.put(DemoImages.REPOSITORY, DemoImages.TAG, DemoImages.bullseye());
            Files.writeString(folder.resolve("Dockerfile"), "FROM " + IMAGE + "\n");
            Files.writeString(
                    folder.resolve(Root.SETTINGS),
                    "registries:\n  docker.io: { mirror: \"http://" + registry.host() + "\" }\n");
            tell(DemoWording.OPENING);
            say("$ cat Dockerfile", "FROM " + IMAGE);
            run(ExitCode.OK, "lock");
            run(ExitCode.OK, "check");
            registry.put(DemoImages.REPOSITORY, DemoImages.TAG, DemoImages.bookworm());
            out.println();
            tell(DemoWording.MOVE);
            run(ExitCode.DRIFT, "check");
            out.println();
            tell(DemoWording.CHANGE);
            run(ExitCode.OK, "explain", IMAGE);
            out.println();
            tell(DemoWording.REFRESH);
            String before = lockfile();
            run(ExitCode.OK, "lock", "--upgrade-image", IMAGE);
            say("$ git diff -U0 | grep '^[-+]'");
            TextDiff.between(Root.LOCKFILE, before, lockfile()).forEach(out::println);
            run(ExitCode.OK, "check");
        }
        tell(asTold ? DemoWording.END : DemoWording.ASTRAY);
        return asTold ? ExitCode.OK : ExitCode.ERROR;
    }

    private String lockfile() throws IOException {
        return Files.readString(folder.resolve(Root.LOCKFILE));
    }

    private void run(int expected, String... arguments) {
        say("$ tagdrift " + String.join(" ", arguments));
        int exitCode = Main.run(arguments, inProject());
        if (exitCode != ExitCode.OK) {
            say("exit code " + exitCode);
        }
        asTold &= exitCode == expected;
    }

    /** The project knows nothing of whoever plays the demo but what their terminal can show. */
    private Surroundings inProject() {
        Map<String, String> environment = new HashMap<>(surroundings.environment());
        environment.keySet().retainAll(Set.of("NO_COLOR", "TERM", "COLUMNS"));
        environment.put("TAGDRIFT_NO_CACHE", "true");
        return new Surroundings(
                environment, folder, folder, out, out, surroundings.terminal(), false, surroundings.clock());
    }

    private void tell(List<String> sentences) {
        sentences.forEach(sentence -> out.println("# " + sentence));
    }

    private void say(String... lines) {
        for (String line : lines) {
            out.println(line);
        }
        out.flush();
    }
}
