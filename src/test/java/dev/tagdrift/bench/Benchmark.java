package dev.tagdrift.bench;

import dev.tagdrift.bench.FarRegistry.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints what a clean check takes, for several numbers of images in as many repositories. Run by hand, see
 * {@code docs/concepts/performance.md}.
 */
public final class Benchmark {
    private static final Duration ROUND_TRIP = Duration.ofMillis(Integer.getInteger("bench.rtt", 50));
    private static final int RUNS = Integer.getInteger("bench.runs", 5);
    private static final List<Integer> IMAGES = Stream.of(
                    System.getProperty("bench.images", "1,50,200,1000").split(",", -1))
            .map(Integer::valueOf)
            .toList();

    private Benchmark() {}

    /** Prints the table. */
    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("tagdrift-bench");
        try {
            FarRegistry.fill(
                    folder, IMAGES.stream().max(Comparator.naturalOrder()).orElseThrow());
            System.out.printf("Round trip %d ms, the fastest of %d runs, times in ms%n%n", ROUND_TRIP.toMillis(), RUNS);
            System.out.println("| images | tokens | requests | token requests | connections | wall | start | ideal"
                    + " | wall / ideal | (wall - start) / ideal |");
            System.out.println("| ---: | --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |");
            table(folder, false);
            table(folder, true);
        } finally {
            delete(folder);
        }
    }

    private static void table(Path folder, boolean withTokens) throws Exception {
        try (FarRegistry registry = new FarRegistry(folder, withTokens, ROUND_TRIP)) {
            for (int images : IMAGES) {
                Path project = registry.project(images);
                List<Duration> starts = new ArrayList<>();
                List<Cost> costs = new ArrayList<>();
                for (int run = 0; run < RUNS; run++) {
                    starts.add(registry.start());
                    costs.add(registry.check(project));
                }
                print(images, withTokens, fastest(starts), costs);
            }
        }
    }

    private static void print(int images, boolean withTokens, Duration start, List<Cost> costs) {
        Cost last = costs.getLast();
        double wall = fastest(costs.stream().map(Cost::wall).toList()).toMillis();
        double ideal = ideal(withTokens).toMillis();
        System.out.printf(
                "| %d | %s | %d | %d | %d + %d | %.0f | %d | %.0f | %.1f | %.1f |%n",
                images,
                withTokens ? "yes" : "no",
                last.requests().size(),
                last.tokens(),
                last.connections(),
                last.tokenConnections(),
                wall,
                start.toMillis(),
                ideal,
                wall / ideal,
                (wall - start.toMillis()) / ideal);
    }

    /** TCP, TLS 1.3 and one HEAD; with tokens a refused HEAD before it, and TCP, TLS and one request for the token. */
    private static Duration ideal(boolean withTokens) {
        return ROUND_TRIP.multipliedBy(withTokens ? 7 : 3);
    }

    /** The others were held up by something else that ran. */
    private static Duration fastest(List<Duration> times) {
        return times.stream().min(Comparator.naturalOrder()).orElseThrow();
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
