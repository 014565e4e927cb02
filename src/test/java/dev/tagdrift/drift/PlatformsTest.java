package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PlatformsTest {
    private static final String NAME = "python:3.12-slim";
    private static final ImageUse USE = Uses.of(NAME);
    private static final ImageUse ON_S390X = Uses.of(NAME, "linux/s390x");
    private static final Index A = Resolved.index("a");

    private final RecordingStore store = new RecordingStore().put(NAME, A);

    @Test
    void aMoveForOthersLeavesYoursTheSame() {
        Index more = Resolved.index(
                "more",
                Stream.concat(A.entries().stream(), Stream.of(Resolved.entry("linux/386", "b")))
                        .toArray(ResolvedImage.Entry[]::new));
        TagMoved moved = moved(Locked.of(A), more, USE);
        assertThat(changes(moved)).isEqualTo(changes("", "linux/amd64 linux/arm64"));
        assertThat(fails(moved)).containsExactly(true, false, false);
    }

    @Test
    void oneOfYoursIsEnoughToFail() {
        Index half = Resolved.index("half", A.entries().getFirst(), Resolved.entry("linux/arm64", "b"));
        TagMoved moved = moved(Locked.of(A), half, USE);
        assertThat(changes(moved)).isEqualTo(changes("linux/arm64", "linux/amd64"));
        assertThat(fails(moved)).containsExactly(true, true, true);
        assertThat(changes(moved(Locked.of(A), half, Uses.of(NAME, "linux/amd64"))))
                .isEqualTo(changes("", "linux/amd64"));
    }

    @Test
    void aPlatformThatIsThereNoMoreHasChanged() {
        Index less = Resolved.index("less", A.entries().getFirst());
        TagMoved moved = moved(Locked.of(A), less, USE);
        assertThat(changes(moved).changed()).containsExactly(Platform.LINUX_ARM64);
        assertThat(changes(moved).gone()).containsExactly(Platform.LINUX_ARM64);
        assertThat(fails(moved)).containsExactly(true, true, true);
    }

    @Test
    void aSecondImageForOnePlatformChangesNothing() {
        Index twice = Resolved.index(
                "twice",
                Stream.concat(A.entries().stream(), Stream.of(Resolved.entry("linux/amd64", "zstd")))
                        .toArray(ResolvedImage.Entry[]::new));
        assertThat(changes(moved(Locked.of(A), twice, USE))).isEqualTo(changes("", "linux/amd64 linux/arm64"));
    }

    @Test
    void everyVersionOfWindowsCounts() {
        Index before = Resolved.index("w", "windows(10.0.17763.1)/amd64", "windows(10.0.20348.1)/amd64");
        Index after =
                Resolved.index("v", before.entries().getFirst(), Resolved.entry("windows(10.0.20348.2)/amd64", "v"));
        assertThat(changes(moved(Locked.of(before), after, Uses.of(NAME, "windows/amd64"))))
                .isEqualTo(changes("windows/amd64", ""));
    }

    @Test
    void aSingleImageThatBecomesPartOfAnIndexIsTheSame() {
        Single single = Resolved.single(A.entries().getFirst().manifest());
        assertThat(changes(moved(Locked.of(single), A, Uses.of(NAME, "linux/amd64"))))
                .isEqualTo(changes("", "linux/amd64"));
        assertThat(changes(moved(Locked.of(single), Resolved.index("b"), Uses.of(NAME, "linux/amd64"))))
                .isEqualTo(changes("linux/amd64", ""));
    }

    @Test
    void anIndexThatBecomesOneOfItsImagesLosesTheOthers() {
        Single single = Resolved.single(A.entries().getFirst().manifest());
        assertThat(changes(moved(Locked.of(A), single, USE)).gone()).containsExactly(Platform.LINUX_ARM64);
        assertThat(changes(moved(Locked.of(A), single, Uses.of(NAME, "linux/amd64"))))
                .isEqualTo(changes("", "linux/amd64"));
    }

    @Test
    void aSingleImageThatBecomesAnotherHasChanged() {
        TagMoved moved = moved(Locked.of(Resolved.single("a")), Resolved.single("b"), USE);
        assertThat(changes(moved).changed()).contains(Platform.LINUX_AMD64);
        assertThat(changes(moved).same()).isEmpty();
    }

    @Test
    void aSingleImageThatDoesNotTellItsPlatformHasChangedForAll() {
        Single single = Resolved.single("b");
        store.failConfig(single, new RateLimited("docker.io", Optional.empty()));
        assertThat(changes(moved(Locked.of(A), single, USE))).isEqualTo(changes("linux/amd64 linux/arm64", ""));
    }

    @Test
    void whereNoPlatformCanBeComparedNothingIsLearned() {
        Index before = Resolved.index("w", "windows(10.0.17763.1)/amd64");
        Index after = Resolved.index("v", "windows(10.0.17763.2)/amd64");
        LockedImage bare = new LockedImage(
                before.digest(), before.descriptor().mediaType(), Optional.empty(), Optional.empty(), new TreeMap<>());
        TagMoved moved = moved(bare, after, USE);
        assertThat(moved.platforms()).isEmpty();
        assertThat(fails(moved)).containsExactly(true, true, true);
    }

    @Test
    void aConfiguredPlatformThatTheImageLacksIsMissing() {
        Comparison comparison = compare(Locked.file(NAME, A), USE, ON_S390X);
        assertThat(comparison.findings()).containsExactly(missing(A));
        assertThat(comparison.failures()).isEmpty();
    }

    @Test
    void aPlatformThatGoesWithAMoveIsMissing() {
        Index before = Resolved.index("before", "linux/amd64", "linux/s390x");
        store.put(NAME, before).put(NAME, A);
        Lockfile lockfile = Locked.file(NAME, before);
        assertThat(compare(lockfile, ON_S390X).findings())
                .hasSize(2)
                .anyMatch(TagMoved.class::isInstance)
                .contains(missing(A));
    }

    @Test
    void aPlatformThatOnlyTheEntryLacksMakesItIncomplete() {
        Index there = Resolved.index("a", "linux/amd64", "linux/s390x");
        store.put(NAME, there);
        LockedImage entry = Locked.of(there);
        LockedImage less = new LockedImage(
                entry.digest(),
                entry.mediaType(),
                entry.os(),
                entry.created(),
                Locked.of(A).platforms());
        assertThat(compare(Locked.file(NAME, less), USE, ON_S390X).findings()).containsExactly(incomplete());
    }

    @Test
    void anEntryIsIncompleteAsLongAsNobodyKnowsBetter() {
        var limited = new RateLimited("docker.io", Optional.empty());
        store.fail(Uses.tag(NAME), limited);
        Comparison comparison = compare(Locked.file(NAME, A), USE, ON_S390X);
        assertThat(comparison.findings()).containsExactly(incomplete());
        assertThat(comparison.failures()).containsExactly(limited);
        assertThat(new Comparer(Uses.whole(USE, ON_S390X), Locked.file(NAME, A)).offline())
                .singleElement()
                .satisfies(offline -> assertThat(offline.findings()).containsExactly(incomplete()));
    }

    @Test
    void aSingleImageForAnotherPlatformIsMissingIt() {
        Single single = Resolved.single("b");
        store.put(NAME, single);
        assertThat(compare(Locked.file(NAME, Resolved.index("a", "linux/s390x")), ON_S390X)
                        .findings())
                .contains(missing(single));
        store.failConfig(single, new RateLimited("docker.io", Optional.empty()));
        assertThat(compare(Locked.file(NAME, Resolved.index("a", "linux/s390x")), ON_S390X)
                        .findings())
                .noneMatch(PlatformMissing.class::isInstance);
    }

    private static PlatformMissing missing(ResolvedImage image) {
        return new PlatformMissing(
                Uses.tag(NAME), List.of(ON_S390X), new TreeSet<>(Set.of(platform())), image.digest());
    }

    private static Incomplete incomplete() {
        return new Incomplete(Uses.tag(NAME), List.of(ON_S390X), new TreeSet<>(Set.of(platform())));
    }

    private static Platform platform() {
        return Resolved.platform("linux/s390x");
    }

    private Comparison compare(Lockfile lockfile, ImageUse... uses) {
        return Answers.one(Uses.whole(uses), lockfile, store);
    }

    private TagMoved moved(LockedImage locked, ResolvedImage current, ImageUse use) {
        store.put(NAME, Resolved.single(locked.descriptor())).put(NAME, current);
        return compare(Locked.file(NAME, locked), use).findings().stream()
                .flatMap(finding -> finding instanceof TagMoved moved ? Stream.of(moved) : Stream.empty())
                .findFirst()
                .orElseThrow();
    }

    private static PlatformChanges changes(TagMoved moved) {
        return moved.platforms().orElseThrow();
    }

    private static PlatformChanges changes(String changed, String same) {
        return new PlatformChanges(platforms(changed), platforms(same));
    }

    private static SortedSet<Platform> platforms(String words) {
        return Stream.of(words.split(" "))
                .filter(word -> !word.isEmpty())
                .map(Resolved::platform)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** By digest, platform and os. */
    private static List<Boolean> fails(Finding finding) {
        return Stream.of(FailOn.values())
                .map(failOn -> new Judge(failOn).judge(finding).fails())
                .toList();
    }
}
