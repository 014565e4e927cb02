package dev.tagdrift.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.bench.FarRegistry.Cost;
import dev.tagdrift.testing.Programs;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a clean check may ask for, over TLS and HTTP/2: the budget, by the registry's own access log. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class RequestBudgetIT {
    private static final int IMAGES = 60;

    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDistribution() {
        Programs.assumeInstalled("docker-registry");
    }

    private static Stream<String> heads() {
        return IntStream.range(0, IMAGES).mapToObj(number -> "HEAD /v2/bench/app" + number + "/manifests/1");
    }

    private Cost cost(boolean withTokens) throws Exception {
        FarRegistry.fill(folder, IMAGES);
        try (FarRegistry registry = new FarRegistry(folder, withTokens, Duration.ZERO)) {
            return registry.check(registry.project(IMAGES));
        }
    }

    @Test
    void oneHeadForEachImage() throws Exception {
        Cost cost = cost(false);

        assertThat(cost.requests()).containsExactlyInAnyOrderElementsOf(heads().toList());
        assertThat(cost.tokens()).isZero();
    }

    @Test
    void oneMoreWhereTheRegistryChallengesAndAtMostOneTokenForEachRepository() throws Exception {
        Cost cost = cost(true);

        List<String> distinct = cost.requests().stream().distinct().toList();
        assertThat(distinct).containsExactlyInAnyOrderElementsOf(heads().toList());
        assertThat(cost.requests()).hasSize(IMAGES + 1);
        assertThat(Collections.frequency(cost.requests(), cost.requests().getFirst()))
                .as("the first is the one that is challenged")
                .isEqualTo(2);
        assertThat(cost.tokens()).isBetween(1, IMAGES);
    }
}
