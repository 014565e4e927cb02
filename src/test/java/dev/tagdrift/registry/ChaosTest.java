package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Comparer;
import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.registry.ChaosWorld.Fate;
import dev.tagdrift.registry.ChaosWorld.Truth;
import dev.tagdrift.report.LockfilePlace;
import dev.tagdrift.report.Report;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.settings.FailOn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Whatever registries do, short of a plausible lie: what is told is true, what is not known is said not to be, and the
 * run ends. {@code mvn test -Dtest=ChaosTest -Dchaos.runs=100 -Dchaos.images=1000} takes its time and prints figures.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = ThreadMode.SEPARATE_THREAD)
final class ChaosTest {
    private static final int IMAGES = Integer.getInteger("chaos.images", 100);
    private static final double[] SHARES = {0.02, 0.1, 0.3, 0.6};
    private static final Timeouts SHORT =
            new Timeouts(Duration.ofSeconds(5), Duration.ofMillis(600), Duration.ofSeconds(5));

    static IntStream seeds() {
        return IntStream.rangeClosed(1, Integer.getInteger("chaos.runs", 8));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whatIsToldIsTrue(int seed) throws Exception {
        double share = SHARES[seed % SHARES.length];
        try (ChaosWorld world = new ChaosWorld(seed, share, IMAGES, seed % 3 == 0)) {
            long begun = System.nanoTime();
            Report report = check(world, SHORT);
            long took = Duration.ofNanos(System.nanoTime() - begun).toMillis();
            Map<Told, Long> counts = holds(world, report);
            System.out.printf(
                    "seed %3d, trouble %2.0f%%: %5d requests, %4d connections, %4d troubles, %s, exit %d, %d ms%n",
                    seed,
                    share * 100,
                    world.requests(),
                    world.connections(),
                    world.troubles(),
                    counts,
                    report.exitCode(),
                    took);
        }
    }

    /** The yardstick itself: without trouble everything is known but what an anonymous 404 leaves open. */
    @Test
    void withoutTroubleAllIsKnown() throws Exception {
        try (ChaosWorld world = new ChaosWorld(0, 0, IMAGES, false)) {
            Report report = check(world, TestClients.LONG);
            holds(world, report);
            assertThat(report.images())
                    .filteredOn(image -> Told.of(image) == Told.UNCHECKED)
                    .allSatisfy(image -> assertThat(
                                    world.truth((Tagged) image.image()).fate())
                            .isEqualTo(Fate.ALL_GONE));
        }
    }

    private static Report check(ChaosWorld world, Timeouts timeouts) {
        Comparer comparer = new Comparer(world.inventory(), world.lockfile());
        try (RegistryClient client = new TestClients().with(world.credentials(), Map.of(), timeouts)) {
            BatchResolver resolver = new BatchResolver(client, client, 16);
            List<Comparison> images = comparer.online(resolver.tags(comparer.questions()), Map.of());
            return new Report(
                    LockfilePlace.usual("lock.json"),
                    true,
                    true,
                    true,
                    world.inventory(),
                    images,
                    new Judge(FailOn.DIGEST));
        }
    }

    /** No verdict is wrong, and the exit code is never kinder than the verdicts. */
    private static Map<Told, Long> holds(ChaosWorld world, Report report) {
        assertThat(report.images()).hasSize(IMAGES).doesNotHaveDuplicates();
        assertThat(report.images()).allSatisfy(image -> isTrue(world.truth((Tagged) image.image()), image));
        Map<Told, Long> counts =
                report.images().stream().collect(Collectors.groupingBy(Told::of, Collectors.counting()));
        boolean unchecked =
                report.images().stream().anyMatch(image -> !image.failures().isEmpty());
        boolean drift = counts.keySet().stream().anyMatch(told -> told != Told.AS_LOCKED && told != Told.UNCHECKED);
        assertThat(report.exitCode()).isEqualTo(drift ? 1 : unchecked ? 3 : 0);
        return counts;
    }

    private static void isTrue(Truth truth, Comparison image) {
        assertThat(Told.of(image)).as("%s: %s", truth.fate(), image).isIn(truths(truth, image));
        if (truth.exists()) {
            assertThat(image.current())
                    .isIn(Optional.empty(), Optional.of(truth.current().digest()));
        } else {
            assertThat(image.current()).isEmpty();
        }
        image.findings().forEach(finding -> isTrue(truth, finding));
    }

    private static List<Told> truths(Truth truth, Comparison image) {
        boolean knowsAll = image.failures().isEmpty();
        return switch (truth.fate()) {
            case UNCHANGED -> List.of(Told.AS_LOCKED, Told.UNCHECKED);
            case MOVED -> List.of(Told.TAG_MOVED, Told.UNCHECKED);
            case REPLACED ->
                knowsAll
                        ? List.of(Told.DIGEST_VANISHED)
                        : List.of(Told.DIGEST_VANISHED, Told.TAG_MOVED, Told.UNCHECKED);
            case TAG_GONE -> List.of(Told.TAG_VANISHED, Told.UNCHECKED);
            case ALL_GONE -> List.of(Told.DIGEST_VANISHED, Told.TAG_VANISHED, Told.UNCHECKED);
        };
    }

    private static void isTrue(Truth truth, Finding finding) {
        Descriptor current = truth.current().top().descriptor();
        switch (finding) {
            case TagMoved moved -> {
                assertThat(moved.current()).isEqualTo(current);
                moved.platforms()
                        .ifPresent(platforms -> assertThat(platforms.same()).isEmpty());
            }
            case DigestVanished vanished -> {
                assertThat(vanished.digest()).isEqualTo(truth.locked().digest());
                vanished.current().ifPresent(now -> assertThat(now).isEqualTo(current));
            }
            case TagVanished vanished ->
                assertThat(vanished.locked().digest()).isEqualTo(truth.locked().digest());
            default -> throw new AssertionError(finding);
        }
    }

    /** What is told about an image, in one word. */
    enum Told {
        AS_LOCKED,
        TAG_MOVED,
        TAG_VANISHED,
        DIGEST_VANISHED,
        UNCHECKED;

        static Told of(Comparison image) {
            return image.findings().stream()
                    .map(Told::of)
                    .findFirst()
                    .orElse(image.failures().isEmpty() ? AS_LOCKED : UNCHECKED);
        }

        private static Told of(Finding finding) {
            return switch (finding) {
                case TagMoved moved -> TAG_MOVED;
                case TagVanished vanished -> TAG_VANISHED;
                case DigestVanished vanished -> DIGEST_VANISHED;
                default -> throw new AssertionError(finding);
            };
        }
    }
}
