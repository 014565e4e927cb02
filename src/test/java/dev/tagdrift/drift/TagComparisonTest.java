package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TagComparisonTest {
    private static final String NAME = "python:3.12-slim";
    private static final ImageUse USE = Uses.of(NAME);
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");
    private static final LockedImage LOCKED = Locked.of(A);
    private static final Lockfile LOCKFILE = Locked.file(NAME, A);

    private final RecordingStore store = new RecordingStore().put(NAME, A);

    @Test
    void anImageAsLockedHasNothingToTell() {
        Comparison comparison = compare();
        assertThat(comparison)
                .isEqualTo(new Comparison(
                        Uses.tag(NAME),
                        List.of(USE),
                        Optional.of(LOCKED),
                        Optional.of(A.digest()),
                        List.of(),
                        List.of()));
    }

    @Test
    void aTagThatNamesAnotherDigestHasMoved() {
        store.put(NAME, B);
        assertThat(compare().current()).contains(B.digest());
        assertThat(compare().failures()).isEmpty();
        assertThat(compare().findings()).singleElement().isInstanceOfSatisfying(TagMoved.class, moved -> {
            assertThat(moved.uses()).containsExactly(USE);
            assertThat(moved.locked()).isEqualTo(LOCKED);
            assertThat(moved.current()).isEqualTo(B.descriptor());
            assertThat(moved.built()).contains(Resolved.CREATED);
            assertThat(moved.platforms().orElseThrow().changed())
                    .containsExactly(Platform.LINUX_AMD64, Platform.LINUX_ARM64);
        });
    }

    @Test
    void aMoveIsToldEvenWhereTheImageCannotBeRead() {
        store.put(NAME, B).fail(Uses.reference("python@" + B.digest()), Answers.SAID);
        assertThat(compare().findings()).singleElement().isInstanceOfSatisfying(TagMoved.class, moved -> {
            assertThat(moved.platforms()).isEmpty();
            assertThat(moved.built()).isEmpty();
        });
    }

    @Test
    void aDigestThatIsGoneOutranksTheMove() {
        gone(A, Answers.SAID);
        store.put(NAME, B);
        assertThat(compare().findings())
                .containsExactly(new DigestVanished(
                        Uses.tag(NAME),
                        List.of(USE),
                        A.digest(),
                        Optional.of(B.descriptor()),
                        Optional.of(Locked.of(A))));
        assertThat(compare().failures()).isEmpty();
    }

    @Test
    void aDigestThatMayBeGoneIsAFailureBesideTheMove() {
        gone(A, Answers.BARE);
        store.put(NAME, B);
        assertThat(compare().findings()).singleElement().isInstanceOf(TagMoved.class);
        assertThat(compare().failures()).containsExactly(Answers.BARE);
    }

    @Test
    void aTagThatIsGoneHasVanishedWhereTheDigestStillAnswers() {
        store.fail(Uses.tag(NAME), Answers.SAID);
        assertThat(compare().findings()).containsExactly(vanished(true));
        assertThat(compare().failures()).isEmpty();
    }

    @Test
    void aTagThatIsGoneHasVanishedWhereCredentialsWereAccepted() {
        store.fail(Uses.tag(NAME), Answers.AUTHENTICATED);
        ResolutionFailure limited = new RateLimited("docker.io", Optional.empty());
        gone(A, limited);
        assertThat(compare().findings()).containsExactly(vanished(false));
        assertThat(compare().failures()).containsExactly(limited);
    }

    @Test
    void aTagThatMayOnlyBeHiddenIsAFailure() {
        store.fail(Uses.tag(NAME), Answers.SAID);
        gone(A, Answers.SAID);
        assertThat(compare().findings()).isEmpty();
        assertThat(compare().failures()).containsExactly(Answers.SAID);
    }

    @Test
    void aBareNotFoundIsAFailureWhateverElseIsKnown() {
        store.fail(Uses.tag(NAME), Answers.BARE);
        assertThat(compare().findings()).isEmpty();
        assertThat(compare().failures()).containsExactly(Answers.BARE);
        ResolutionFailure authenticated = new ResolutionFailure.NotFound("docker.io", false, true);
        store.fail(Uses.tag(NAME), authenticated);
        assertThat(compare().failures()).containsExactly(authenticated);
    }

    @Test
    void aDigestThatIsGoneOutranksATagThatIsGone() {
        store.fail(Uses.tag(NAME), Answers.AUTHENTICATED);
        gone(A, Answers.AUTHENTICATED);
        assertThat(compare().findings())
                .containsExactly(new DigestVanished(
                        Uses.tag(NAME), List.of(USE), A.digest(), Optional.empty(), Optional.of(Locked.of(A))));
        assertThat(compare().failures()).isEmpty();
    }

    static Stream<ResolutionFailure> silence() {
        return Stream.of(
                new Denied("docker.io", Login.NONE, ""),
                new Denied("docker.io", Login.SHOWN, "no"),
                new RateLimited("docker.io", Optional.empty()),
                new Unreachable("docker.io", Obstacle.REFUSED, "port 443"),
                new BadAnswer("docker.io", Flaw.MALFORMED, ""),
                new TimedOut("docker.io", Duration.ofSeconds(30)));
    }

    @ParameterizedTest
    @MethodSource("silence")
    void noAnswerIsNeverDrift(ResolutionFailure failure) {
        store.fail(Uses.tag(NAME), failure);
        assertThat(compare().findings()).isEmpty();
        assertThat(compare().failures()).containsExactly(failure);
        assertThat(compare().current()).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("silence")
    void noAnswerAboutTheLockedDigestIsNoVanishing(ResolutionFailure failure) {
        gone(A, failure);
        store.put(NAME, B);
        assertThat(compare().findings()).singleElement().isInstanceOf(TagMoved.class);
        assertThat(compare().failures()).containsExactly(failure);
    }

    private void gone(Index image, ResolutionFailure failure) {
        store.fail(Uses.reference("python@" + image.digest()), failure);
    }

    private static TagVanished vanished(boolean lockedExists) {
        return new TagVanished(Uses.tag(NAME), List.of(USE), LOCKED, lockedExists);
    }

    private Comparison compare() {
        return Answers.one(Uses.whole(USE), LOCKFILE, store);
    }
}
