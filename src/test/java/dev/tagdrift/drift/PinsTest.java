package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PinsTest {
    private static final String NAME = "python:3.12-slim";
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");
    private static final Lockfile LOCKFILE = Locked.file(NAME, A);
    private static final ImageUse TAGGED = Uses.at("Dockerfile", 1, NAME);
    private static final ImageUse PIN_A = Uses.at("Dockerfile", 2, NAME + "@" + A.digest());
    private static final ImageUse PIN_B = Uses.at("Dockerfile", 3, NAME + "@" + B.digest());

    private final RecordingStore store = new RecordingStore().put(NAME, A);

    @Test
    void aPinOfWhatTheTagNamesHasNothingToTell() {
        assertThat(compare(PIN_A).findings()).isEmpty();
        assertThat(compare(PIN_A).failures()).isEmpty();
        assertThat(store.requests()).containsOnly("HEAD docker.io/library/" + NAME);
    }

    @Test
    void aPinThatTheTagHasLeftIsBehindAndTheBuildIsSafe() {
        store.put(NAME, B);
        assertThat(compare(PIN_A).findings())
                .containsExactly(new PinBehind(Uses.tag(NAME), List.of(PIN_A), A.digest(), B.descriptor()));
        assertThat(compare(PIN_A).failures()).isEmpty();
    }

    @Test
    void aPinThatIsGoneBreaksTheBuild() {
        store.put(NAME, B).fail(Uses.reference("python@" + A.digest()), Answers.SAID);
        assertThat(compare(PIN_A).findings())
                .containsExactly(new DigestVanished(
                        Uses.tag(NAME),
                        List.of(PIN_A),
                        A.digest(),
                        Optional.of(B.descriptor()),
                        Optional.of(Locked.of(A))));
    }

    @Test
    void aPinThatCannotBeLookedForIsAFailure() {
        var limited = new RateLimited("docker.io", Optional.empty());
        store.put(NAME, B).fail(Uses.reference("python@" + A.digest()), limited);
        assertThat(compare(PIN_A).failures()).containsExactly(limited);
    }

    @Test
    void aPinLivesOnWhereTheTagIsGone() {
        store.fail(Uses.tag(NAME), Answers.SAID);
        assertThat(compare(PIN_A).findings()).isEmpty();
        assertThat(compare(PIN_A).failures()).isEmpty();
    }

    @Test
    void aPinThatIsNotLockedDisagreesAndTheNextLockFollowsIt() {
        store.put(NAME, B);
        assertThat(compare(PIN_B).findings())
                .containsExactly(new PinDisagrees(Uses.tag(NAME), List.of(PIN_B), B.digest(), A.digest(), true));
    }

    @Test
    void aPinThatDisagreesIsNotBehindAsWell() {
        store.put(NAME, B).put(NAME, A);
        assertThat(compare(PIN_B).findings()).singleElement().isInstanceOf(PinDisagrees.class);
    }

    @Test
    void besideATaggedUseTheLockDoesNotFollowThePin() {
        store.put(NAME, B).put(NAME, A);
        assertThat(compare(TAGGED, PIN_B).findings())
                .containsExactly(new PinDisagrees(Uses.tag(NAME), List.of(PIN_B), B.digest(), A.digest(), false));
    }

    @Test
    void besideATaggedUseAMoveIsToldForEach() {
        store.put(NAME, B);
        assertThat(compare(TAGGED, PIN_A).findings())
                .satisfiesExactly(
                        moved -> {
                            assertThat(moved).isInstanceOf(TagMoved.class);
                            assertThat(moved.uses()).containsExactly(TAGGED);
                        },
                        behind -> assertThat(behind)
                                .isEqualTo(new PinBehind(Uses.tag(NAME), List.of(PIN_A), A.digest(), B.descriptor())));
    }

    @Test
    void oneOfTwoPinsDisagrees() {
        store.put(NAME, B).put(NAME, A);
        assertThat(compare(PIN_A, PIN_B).findings())
                .containsExactly(new PinDisagrees(Uses.tag(NAME), List.of(PIN_B), B.digest(), A.digest(), false));
    }

    @Test
    void whereEveryUseIsPinnedItIsNoMatterWhereTheTagGoes() {
        store.put(NAME, B);
        assertThat(compare(PIN_A, PIN_B).findings())
                .containsExactly(
                        new PinDisagrees(Uses.tag(NAME), List.of(PIN_B), B.digest(), A.digest(), false),
                        new PinBehind(Uses.tag(NAME), List.of(PIN_A), A.digest(), B.descriptor()));
        store.fail(Uses.tag(NAME), Answers.SAID);
        assertThat(compare(PIN_A, PIN_B).findings()).singleElement().isInstanceOf(PinDisagrees.class);
        assertThat(compare(PIN_A, PIN_B).failures()).isEmpty();
    }

    @Test
    void aPinnedImageWithoutAPlatformIsToldFromItsDigest() {
        ImageUse s390x = Uses.of(NAME + "@" + A.digest(), "linux/s390x");
        store.put(NAME, B);
        assertThat(compare(s390x).findings())
                .contains(new PlatformMissing(
                        Uses.tag(NAME),
                        List.of(s390x),
                        new TreeSet<>(Set.of(Resolved.platform("linux/s390x"))),
                        A.digest()))
                .noneMatch(Finding.Incomplete.class::isInstance);
    }

    @Test
    void aPinThatIsGoneIsToldOnceEvenIfItWasToBeRead() {
        ImageUse s390x = Uses.of(NAME + "@" + A.digest(), "linux/s390x");
        store.put(NAME, B).fail(Uses.reference("python@" + A.digest()), Answers.SAID);
        assertThat(compare(s390x).findings()).anyMatch(DigestVanished.class::isInstance);
        assertThat(compare(s390x).failures()).isEmpty();
    }

    private Comparison compare(ImageUse... uses) {
        return Answers.one(Uses.whole(uses), LOCKFILE, store);
    }
}
