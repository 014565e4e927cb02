package dev.tagdrift.bench;

import dev.tagdrift.bench.FarRegistry.Cost;
import dev.tagdrift.bench.Program.Run;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what the program takes beside what must be taken: to start beside an empty Java, to check beside curl, for
 * several numbers of images in as many repositories. Run by hand, see {@code docs/concepts/performance.md}.
 *
 * @param images how many are checked, one table row each
 * @param files how many Dockerfiles are scanned
 * @param roundTrip to the registry
 * @param runs of everything, in turn
 * @param out where the tables go
 */
record Benchmark(List<Integer> images, int files, Duration roundTrip, int runs, PrintStream out) {
    /** Prints the tables. */
    public static void main(String[] args) throws Exception {
        List<Integer> images = Stream.of(
                        System.getProperty("bench.images", "1,50,200,1000").split(",", -1))
                .map(Integer::valueOf)
                .toList();
        new Benchmark(
                        images,
                        Integer.getInteger("bench.files", 1000),
                        Duration.ofMillis(Integer.getInteger("bench.rtt", 50)),
                        Integer.getInteger("bench.runs", 5),
                        System.out)
                .print();
    }

    void print() throws Exception {
        Path folder = Files.createTempDirectory("tagdrift-bench");
        try {
            out.printf("Medians of %d runs, times in ms%n%n", runs);
            starts(folder);
            FarRegistry.fill(
                    folder, images.stream().max(Comparator.naturalOrder()).orElseThrow());
            out.printf("%nRound trip %d ms%n%n", roundTrip.toMillis());
            out.println("| images | tokens | requests | token requests | connections | wall | curl | ideal"
                    + " | wall / curl | curl, 50 | wall / curl, 50 | peak MiB |");
            out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            checks(folder, false);
            checks(folder, true);
        } finally {
            delete(folder);
        }
    }

    private void starts(Path folder) throws IOException, InterruptedException {
        Path project = Files.createDirectories(folder.resolve("files"));
        for (int number = 0; number < files; number++) {
            Path file = Files.createDirectories(project.resolve("app" + number)).resolve("Dockerfile");
            Files.writeString(file, "FROM example.org/app" + number + ":1 AS base\nRUN make\nFROM base\n");
        }
        Program tagdrift = Program.tagdrift(List.of("-Duser.home=" + folder), Map.of());
        Program java = Program.of(Program.java(), "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-version");
        List<Run> floors = new ArrayList<>();
        List<Run> versions = new ArrayList<>();
        List<Run> scans = new ArrayList<>();
        for (int run = 0; run < runs; run++) {
            floors.add(java.in(folder));
            versions.add(tagdrift.in(folder, "--version"));
            scans.add(tagdrift.in(project, "scan"));
        }
        out.println("| command | wall | wall / java -version | peak MiB |");
        out.println("| --- | ---: | ---: | ---: |");
        start("java -version", floors, floors);
        start("tagdrift --version", versions, floors);
        start("tagdrift scan, %d Dockerfiles".formatted(files), scans, floors);
    }

    private void start(String name, List<Run> own, List<Run> floors) {
        line("| %s | %.0f | %.1f | %d |", name, wall(own), ratio(own, floors), peak(own));
    }

    private void checks(Path folder, boolean withTokens) throws Exception {
        try (FarRegistry registry = new FarRegistry(folder, withTokens, roundTrip)) {
            for (int number : images) {
                Path project = registry.project(number);
                List<Run> floors = new ArrayList<>();
                List<Run> usual = new ArrayList<>();
                List<Cost> costs = new ArrayList<>();
                for (int run = 0; run < runs; run++) {
                    floors.add(registry.floor(project));
                    usual.add(registry.usualFloor(project));
                    costs.add(registry.check(project));
                }
                check(number, withTokens, floors, usual, costs);
            }
        }
    }

    private void check(int number, boolean withTokens, List<Run> floors, List<Run> usual, List<Cost> costs) {
        Cost last = costs.getLast();
        List<Run> own = costs.stream().map(Cost::run).toList();
        line(
                "| %d | %s | %d | %d | %d + %d | %.0f | %.0f | %d | %.1f | %.0f | %.1f | %d |",
                number,
                withTokens ? "yes" : "no",
                last.requests().size(),
                last.tokens(),
                last.connections(),
                last.tokenConnections(),
                wall(own),
                wall(floors),
                // TCP, TLS 1.3 and one HEAD; with tokens a refused HEAD, and TCP, TLS and one request for the token.
                roundTrip.multipliedBy(withTokens ? 7 : 3).toMillis(),
                ratio(own, floors),
                wall(usual),
                ratio(own, usual),
                peak(own));
    }

    private void line(String format, Object... values) {
        out.printf(Locale.ROOT, format + "%n", values);
    }

    private static double wall(List<Run> own) {
        return median(own.stream().map(run -> run.wall().toNanos() / 1e6));
    }

    /** Run by run, since what else the machine does slows both. */
    private static double ratio(List<Run> own, List<Run> floors) {
        return median(Stream.iterate(0, run -> run < own.size(), run -> run + 1)
                .map(run -> (double) own.get(run).wall().toNanos()
                        / floors.get(run).wall().toNanos()));
    }

    private static long peak(List<Run> own) {
        return own.stream().mapToLong(Run::peak).max().orElse(0);
    }

    private static double median(Stream<Double> values) {
        List<Double> sorted = values.sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
