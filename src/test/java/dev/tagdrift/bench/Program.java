package dev.tagdrift.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A program that is measured from outside.
 *
 * @param command that starts it
 * @param environment that it gets besides the locale
 */
record Program(List<String> command, Map<String, String> environment) {
    private static final long PATIENCE_IN_SECONDS = 120;
    private static final String PEAK = "VmHWM:";

    /** As the launcher starts it. */
    private static final List<String> LAUNCHER =
            List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx512m", "-Xmn16m", "-jar");

    /** Any program without an environment. */
    static Program of(String... command) {
        return new Program(List.of(command), Map.of());
    }

    /** The Java that measures, as the launcher would start it. */
    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /**
     * Tagdrift: the launcher that {@code bench.program} names, else the jar.
     *
     * @param options for its Java
     * @param environment that it gets
     */
    static Program tagdrift(List<String> options, Map<String, String> environment) {
        String launcher = System.getProperty("bench.program", "");
        if (!launcher.isEmpty()) {
            Map<String, String> all = new HashMap<>(environment);
            all.put("TAGDRIFT_JAVA_OPTS", String.join(" ", options));
            return new Program(List.of(launcher), all);
        }
        String jar = System.getProperty("tagdrift.jar", "target/tagdrift.jar");
        return new Program(
                Stream.of(
                                List.of(java()),
                                options,
                                LAUNCHER,
                                List.of(Path.of(jar).toAbsolutePath().toString()))
                        .flatMap(List::stream)
                        .toList(),
                environment);
    }

    /**
     * One run of it.
     *
     * @param wall from its start to its end
     * @param peak of its memory, in MiB; 0 where the system does not tell
     */
    record Run(Duration wall, long peak) {}

    /** Runs it in a folder, which is its user's home too; it must end with 0. */
    Run in(Path folder, String... arguments) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(arguments));
        Path said = Files.createTempFile(folder, ".said", "");
        ProcessBuilder builder = new ProcessBuilder(all)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8", "HOME", folder.toString(), "PATH", path()));
        try {
            long begun = System.nanoTime();
            Process process = builder.start();
            long peak = peakUntilTheEnd(process, begun + TimeUnit.SECONDS.toNanos(PATIENCE_IN_SECONDS));
            Duration wall = Duration.ofNanos(System.nanoTime() - begun);
            if (process.waitFor() != 0) {
                throw new AssertionError(all + " failed\n" + Files.readString(said));
            }
            return new Run(wall, peak / 1024);
        } finally {
            Files.delete(said);
        }
    }

    private static String path() {
        return System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
    }

    private static long peakUntilTheEnd(Process process, long deadline) throws IOException, InterruptedException {
        long peak = 0;
        while (!process.waitFor(5, TimeUnit.MILLISECONDS)) {
            peak = Math.max(peak, peakOf(process));
            if (System.nanoTime() > deadline) {
                process.destroyForcibly();
            }
        }
        return peak;
    }

    private static long peakOf(Process process) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + process.pid() + "/status"))) {
            return lines.filter(line -> line.startsWith(PEAK))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElse(0);
        } catch (IOException | UncheckedIOException e) {
            return 0; // It has just ended, or this is no Linux.
        }
    }
}
