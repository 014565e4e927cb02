package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockChange.Added;
import dev.tagdrift.lockfile.LockChange.Completed;
import dev.tagdrift.lockfile.LockChange.Kept;
import dev.tagdrift.lockfile.LockChange.Moved;
import dev.tagdrift.lockfile.LockChange.Removed;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotQuestion;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LockOutcomeTest {
    private static final String NAME = "python:3.12-slim";
    private static final Index A = Resolved.index("a", "linux/386", "linux/amd64", "linux/arm64");
    private static final Index B = Resolved.index("b");
    private static final LockedImage LOCKED = Locked.of(Resolved.index("a"));
    private static final Tagged TAG = new Tagged(new Repository("docker.io", "library/python"), "3.12-slim");
    private static final Lockfile LOCKFILE = Locked.file(NAME, LOCKED);
    private static final ResolutionFailure FAILURE = new RateLimited("docker.io", Optional.empty());
    private static final Upgrade NOTHING = new Upgrade.Nothing();
    private static final Upgrade EVERYTHING = new Upgrade.Everything();

    @Test
    void aNewEntryRecordsTheUsualPlatformsThatThereAre() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING, found(A));
        assertThat(change(outcome)).isInstanceOf(Added.class);
        LockedImage image = locked(outcome);
        assertThat(image.digest()).isEqualTo(A.digest());
        assertThat(image.mediaType()).isEqualTo(A.descriptor().mediaType());
        assertThat(image.created()).contains(Resolved.CREATED);
        assertThat(image.os()).isEmpty();
        assertThat(image.platforms())
                .isEqualTo(Map.of(
                        Platform.LINUX_AMD64, A.entries().get(1).manifest().digest(),
                        Platform.LINUX_ARM64, A.entries().get(2).manifest().digest()));
    }

    @Test
    void aNewEntryRecordsThePlatformsThatSomebodyConfigured() {
        LockOutcome outcome = lock(
                Uses.whole(Uses.of(NAME, "linux/386"), Uses.of(NAME, "linux/s390x")),
                Lockfile.EMPTY,
                NOTHING,
                found(A));
        assertThat(locked(outcome).platforms()).containsOnlyKeys(Resolved.platform("linux/386"));
    }

    @Test
    void everyVersionOfWindowsIsRecorded() {
        Index windows =
                Resolved.index("w", "linux/amd64", "windows(10.0.17763.7558)/amd64", "windows(10.0.20348.3932)/amd64");
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME, "windows/amd64")), Lockfile.EMPTY, NOTHING, found(windows));
        assertThat(locked(outcome).platforms())
                .containsOnlyKeys(
                        Resolved.platform("windows(10.0.17763.7558)/amd64"),
                        Resolved.platform("windows(10.0.20348.3932)/amd64"));
    }

    @Test
    void aVersionThatTheFormatCannotHoldIsLeftOut() {
        Platform strange = new Platform("linux", "amd64", "", "7.9 (Maipo)");
        Index index = Resolved.index("s", Resolved.entry(strange, "s"));
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING, found(index));
        assertThat(locked(outcome).platforms()).containsOnlyKeys(Platform.LINUX_AMD64);
        assertThat(LockfileCodec.read(LockfileCodec.write(outcome.lockfile())))
                .isEqualTo(new LockfileReading.Present(outcome.lockfile()));
    }

    @Test
    void theFirstOfTwoImagesForOnePlatformIsRecorded() {
        Index index = Resolved.index("d", Resolved.entry("linux/amd64", "gzip"), Resolved.entry("linux/amd64", "zstd"));
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING, found(index));
        assertThat(locked(outcome).platforms())
                .containsExactly(Map.entry(
                        Platform.LINUX_AMD64,
                        index.entries().getFirst().manifest().digest()));
    }

    @Test
    void aSingleImageHasNoPlatforms() {
        Single single = Resolved.single("a");
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING, found(single));
        assertThat(locked(outcome).digest()).isEqualTo(single.digest());
        assertThat(locked(outcome).platforms()).isEmpty();
    }

    @Test
    void aMoveKeepsNothingOfTheOldDigest() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), LOCKFILE, EVERYTHING, undated(B));
        assertThat(change(outcome)).isEqualTo(new Moved(LOCKED, locked(outcome)));
        assertThat(locked(outcome).digest()).isEqualTo(B.digest());
        assertThat(locked(outcome).os()).isEmpty();
        assertThat(locked(outcome).created()).isEmpty();
        assertThat(locked(outcome).platforms()).isEqualTo(Locked.of(B).platforms());
    }

    @Test
    void anUpgradeThatFindsTheSameKeepsTheEntry() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), LOCKFILE, EVERYTHING, new Found<>(Optional.empty()));
        assertThat(change(outcome)).isEqualTo(new Kept(LOCKED));
        assertThat(outcome.lockfile()).isEqualTo(LOCKFILE);
    }

    @Test
    void factsOfTheSameDigestAreCompletedAndKept() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME, "linux/386")), LOCKFILE, NOTHING, undated(A));
        assertThat(change(outcome)).isInstanceOf(Completed.class);
        assertThat(locked(outcome).os()).contains(Locked.OS);
        assertThat(locked(outcome).created()).contains(Resolved.CREATED);
        assertThat(locked(outcome).platforms()).containsOnlyKeys(Resolved.platform("linux/386"));
    }

    @Test
    void theTimeIsFilledIn() {
        LockedImage before =
                new LockedImage(LOCKED.digest(), LOCKED.mediaType(), LOCKED.os(), Optional.empty(), LOCKED.platforms());
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Locked.file(NAME, before), NOTHING, found(A));
        assertThat(change(outcome)).isEqualTo(new Completed(LOCKED));
        LockOutcome none = lock(Uses.whole(Uses.of(NAME)), Locked.file(NAME, before), NOTHING, undated(A));
        assertThat(change(none)).isEqualTo(new Kept(before));
    }

    @Test
    void aPlatformThatTheImageDoesNotHaveChangesNothing() {
        LockedImage before = locked(lock(Uses.whole(Uses.of(NAME, "linux/386")), Lockfile.EMPTY, NOTHING, found(A)));
        Inventory more = Uses.whole(Uses.of(NAME, "linux/386", "linux/s390x"));
        assertThat(change(lock(more, Locked.file(NAME, before), NOTHING, found(A))))
                .isEqualTo(new Kept(before));
    }

    @Test
    void anEntryMovesToThePinThatAllAgreeOn() {
        Inventory pinned = Uses.whole(Uses.of(NAME + "@" + B.digest()));
        LockOutcome outcome = lock(pinned, LOCKFILE, NOTHING, found(B));
        assertThat(change(outcome)).isInstanceOf(Moved.class);
        assertThat(locked(outcome).digest()).isEqualTo(B.digest());
    }

    @Test
    void withoutAnAnswerTheEntryIsAsItWas() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), LOCKFILE, EVERYTHING, new Failed<>(FAILURE));
        assertThat(change(outcome)).isEqualTo(new Unresolved(TAG, Optional.of(LOCKED), FAILURE, true));
        assertThat(outcome.lockfile()).isEqualTo(LOCKFILE);
    }

    @Test
    void withoutAnAnswerANewImageIsNotLocked() {
        LockOutcome outcome = lock(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING, new Failed<>(FAILURE));
        assertThat(change(outcome)).isEqualTo(new Unresolved(TAG, Optional.empty(), FAILURE, true));
        assertThat(outcome.lockfile()).isEqualTo(Lockfile.EMPTY);
    }

    @Test
    void factsThatCannotBeHadAreNoReasonToFail() {
        LockedImage before =
                new LockedImage(LOCKED.digest(), LOCKED.mediaType(), LOCKED.os(), Optional.empty(), LOCKED.platforms());
        LockOutcome outcome =
                lock(Uses.whole(Uses.of(NAME)), Locked.file(NAME, before), NOTHING, new Failed<>(FAILURE));
        assertThat(change(outcome))
                .isEqualTo(new Unresolved(
                        new Digested(TAG.repository(), before.digest()), Optional.of(before), FAILURE, false));
    }

    @Test
    void whatNobodyUsesIsGone() {
        LockOutcome outcome = lock(Uses.whole(), LOCKFILE, NOTHING, new Failed<>(FAILURE));
        assertThat(change(outcome)).isEqualTo(new Removed(LOCKED));
        assertThat(outcome.lockfile()).isEqualTo(Lockfile.EMPTY);
    }

    @Test
    void theRestIsLockedWhereOneHasNoAnswer() {
        Inventory inventory = Uses.whole(Uses.of(NAME), Uses.of("alpine:3.20"));
        var plan = LockPlanner.plan(inventory, Lockfile.EMPTY, NOTHING);
        Map<SnapshotQuestion, Answer<Optional<Snapshot>>> answers = new LinkedHashMap<>();
        plan.forEach((name, step) -> answers.put(
                ((Step.Ask) step).question(), name.equals(Uses.tag(NAME)) ? found(A) : new Failed<>(FAILURE)));
        assertThat(LockOutcome.of(plan, answers).lockfile().images()).containsOnlyKeys(Uses.tag(NAME));
    }

    private static Answer<Optional<Snapshot>> found(ResolvedImage image) {
        return new Found<>(Optional.of(Resolved.snapshot(image, Resolved.config("linux/amd64"))));
    }

    /** Reproducible builds write the beginning of time. */
    private static Answer<Optional<Snapshot>> undated(ResolvedImage image) {
        ImageConfig config = new ImageConfig(Platform.LINUX_AMD64, Optional.of(Instant.EPOCH));
        return new Found<>(Optional.of(Resolved.snapshot(image, config)));
    }

    private static LockOutcome lock(
            Inventory inventory, Lockfile lockfile, Upgrade upgrade, Answer<Optional<Snapshot>> answer) {
        var plan = LockPlanner.plan(inventory, lockfile, upgrade);
        Map<SnapshotQuestion, Answer<Optional<Snapshot>>> answers = new LinkedHashMap<>();
        plan.values().forEach(step -> {
            if (step instanceof Step.Ask ask) {
                answers.put(ask.question(), answer);
            }
        });
        return LockOutcome.of(plan, answers);
    }

    private static LockChange change(LockOutcome outcome) {
        return List.copyOf(outcome.changes().values()).getFirst();
    }

    private static LockedImage locked(LockOutcome outcome) {
        return outcome.lockfile().get(Uses.tag(NAME)).orElseThrow();
    }
}
