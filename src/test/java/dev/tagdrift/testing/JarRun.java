package dev.tagdrift.testing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs of the whole program as its users have it: the jar, in a process of its own.
 *
 * @param javaOptions of the process
 */
public record JarRun(List<String> javaOptions) {
    private static final long PATIENCE_IN_SECONDS = 120;

    /** Copies the list. */
    public JarRun {
        javaOptions = List.copyOf(javaOptions);
    }

    /** Runs without options of Java. */
    public JarRun() {
        this(List.of());
    }

    /** Runs the program in a folder, which is its user's home too, with nothing else in its environment. */
    public CommandRun in(Path folder, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, ".out", "");
        Path err = Files.createTempFile(folder, ".err", "");
        try {
            return new CommandRun(exitCode(folder, arguments, out, err), Files.readString(out), Files.readString(err));
        } finally {
            Files.delete(out);
            Files.delete(err);
        }
    }

    private int exitCode(Path folder, String[] arguments, Path out, Path err) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Duser.home=" + folder);
        command.addAll(javaOptions);
        command.add("-jar");
        command.add(System.getProperty(
                "tagdrift.jar", Path.of("target/tagdrift.jar").toAbsolutePath().toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
        Process process = builder.start();
        if (!process.waitFor(PATIENCE_IN_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly().onExit().join();
            throw new AssertionError(command + " does not end\n" + Files.readString(err));
        }
        return process.exitValue();
    }
}
