package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;

/** Whatever the files name, the lockfile holds and the registries answer: no image is lost, none is clean unseen. */
class ComparerPropertyTest {
    private static final List<String> NAMES = List.of("a:1", "a:2", "b:1", "ghcr.io/c/d:1", "localhost:5000/e:1");
    private static final List<ResolvedImage> IMAGES = List.of(
            Resolved.index("a"),
            Resolved.index("b", "linux/amd64"),
            Resolved.index("c", "windows(10.0.1.1)/amd64"),
            Resolved.single("d"));
    private static final List<ResolutionFailure> FAILURES = List.of(
            Answers.SAID,
            Answers.BARE,
            Answers.AUTHENTICATED,
            new RateLimited("docker.io", Optional.empty()),
            new TimedOut("docker.io", Duration.ofSeconds(1)));

    private final RecordingStore store = new RecordingStore();
    private final Set<String> failing = new HashSet<>();
    private Random random = new Random(0);

    @RepeatedTest(500)
    void everyImageIsThereOnceAndCleanOnlyWhereItIs(RepetitionInfo repetition) {
        random = new Random(repetition.getCurrentRepetition());
        Lockfile lockfile = lockfile();
        ImageUse[] uses = uses();
        answers();
        Inventory inventory = one(List.of(Uses.whole(uses), Uses.part(uses), Uses.broken(uses)));
        List<Comparison> comparisons = Answers.all(inventory, lockfile, store);
        assertThat(comparisons.stream().map(image -> image.image().toString()))
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(comparisons.stream().flatMap(image -> image.uses().stream())).containsExactlyInAnyOrder(uses);
        for (Comparison comparison : comparisons) {
            assertThat(comparison.uses())
                    .allMatch(use ->
                            named(use.reference()).equals(comparison.image().toString()));
            if (comparison.findings().stream().allMatch(Finding.Note.class::isInstance)
                    && comparison.failures().isEmpty()) {
                assertClean(comparison);
            }
            assertThat(comparison.findings())
                    .allMatch(finding -> finding.image().equals(comparison.image()));
        }
        assertThat(store.requests()).doesNotHaveDuplicates();
    }

    /** Each digest that a build takes was seen in the registry. */
    private void assertClean(Comparison comparison) {
        boolean onlyPins =
                comparison.uses().stream().noneMatch(use -> use.reference() instanceof ImageReference.Tagged);
        if (!onlyPins) {
            assertThat(failing).doesNotContain(comparison.image().toString());
            assertThat(comparison.current()).isEqualTo(comparison.locked().map(locked -> locked.digest()));
        }
        Set<String> pulled = comparison.uses().stream()
                .map(ImageUse::reference)
                .map(reference ->
                        reference instanceof Pinned pin ? pin.repository() + "@" + pin.digest() : reference.toString())
                .collect(Collectors.toSet());
        pulled.removeIf(name -> comparison
                .current()
                .filter(current -> name.endsWith("@" + current))
                .isPresent());
        assertThat(pulled).as("%s of %s", comparison, store.requests()).noneMatch(failing::contains);
    }

    private static String named(ImageReference reference) {
        return reference instanceof Pinned pin ? pin.name().toString() : reference.toString();
    }

    private Lockfile lockfile() {
        Lockfile lockfile = Lockfile.EMPTY;
        for (String name : NAMES) {
            if (random.nextInt(4) > 0) {
                lockfile = Locked.and(lockfile, name, Locked.of(one(IMAGES)));
            }
        }
        return lockfile;
    }

    private ImageUse[] uses() {
        List<ImageUse> uses = new ArrayList<>();
        for (int line = 1; line <= random.nextInt(8); line++) {
            String name = one(NAMES);
            String digest = "@" + one(IMAGES).digest();
            String reference = switch (random.nextInt(4)) {
                case 0 -> name + digest;
                case 1 -> name.substring(0, name.lastIndexOf(':')) + digest;
                default -> name;
            };
            uses.add(
                    random.nextBoolean()
                            ? Uses.at("Dockerfile", line, reference)
                            : Uses.at("Dockerfile", line, reference, one(List.of("linux/amd64", "linux/arm64"))));
        }
        return uses.toArray(ImageUse[]::new);
    }

    private void answers() {
        for (String name : NAMES) {
            IMAGES.forEach(image -> store.put(name, image));
            store.put(name, one(IMAGES));
        }
        for (String name : NAMES) {
            if (random.nextInt(3) == 0) {
                fail(Uses.reference(name));
            }
            if (random.nextInt(3) == 0) {
                String repository = name.substring(0, name.lastIndexOf(':'));
                fail(Uses.reference(repository + "@" + one(IMAGES).digest()));
            }
        }
    }

    private void fail(ImageReference reference) {
        failing.add(reference.toString());
        store.fail(reference, one(FAILURES));
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
