package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.drift.Finding.Unused;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ComparerTest {
    private static final String NAME = "python:3.12-slim";
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");
    private static final Lockfile LOCKFILE = Locked.file(NAME, A);
    private static final ImageUse USE = Uses.of(NAME);
    private static final ImageUse DIGESTED = Uses.of("alpine@" + A.digest());

    private final RecordingStore store = new RecordingStore().put(NAME, A);

    @Test
    void anImageThatTheLockfileDoesNotKnowIsNotAskedFor() {
        assertThat(Answers.one(Uses.whole(USE), Lockfile.EMPTY, store).findings())
                .containsExactly(new NotLocked(Uses.tag(NAME), List.of(USE)));
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void anImageThatNobodyUsesIsToldWithoutAsking() {
        Comparison comparison = Answers.one(Uses.whole(), LOCKFILE, store);
        assertThat(comparison.findings()).containsExactly(new Unused(Uses.tag(NAME), Locked.of(A)));
        assertThat(comparison.uses()).isEmpty();
        assertThat(store.requests()).isEmpty();
    }

    @Test
    void nothingIsCalledUnusedUnlessAllWasSeen() {
        assertThat(Answers.all(Uses.part(), LOCKFILE, store)).isEmpty();
        assertThat(Answers.all(Uses.broken(), LOCKFILE, store)).isEmpty();
    }

    @Test
    void everyUseOfAnImageIsInOneComparison() {
        ImageUse elsewhere = Uses.at("services/api/Dockerfile", 3, "docker.io/library/" + NAME);
        assertThat(Answers.one(Uses.whole(USE, elsewhere), LOCKFILE, store).uses())
                .containsExactly(USE, elsewhere);
        assertThat(store.requests()).hasSize(1);
    }

    @Test
    void imagesAreSortedByName() {
        assertThat(Answers.all(Uses.whole(Uses.of("zsh:1"), DIGESTED, Uses.of("busybox:1")), LOCKFILE, store))
                .extracting(comparison -> comparison.image().familiar())
                .containsExactly("alpine@" + A.digest(), "busybox:1", NAME, "zsh:1");
    }

    @Test
    void offlineNobodyIsAskedAndTheFilesAreHeldAgainstTheLockfile() {
        ImageUse pin = Uses.of(NAME + "@" + B.digest());
        List<Comparison> offline = new Comparer(Uses.whole(USE, pin, DIGESTED), LOCKFILE).offline();
        assertThat(offline).hasSize(2).allMatch(image -> image.failures().isEmpty());
        assertThat(offline.getFirst().findings()).isEmpty();
        assertThat(offline.getLast().findings())
                .containsExactly(new PinDisagrees(Uses.tag(NAME), List.of(pin), B.digest(), A.digest(), false));
        assertThat(offline.getLast().current()).isEmpty();
    }

    @Test
    void onlineAMissingAnswerIsNoCleanImage() {
        assertThatThrownBy(() -> new Comparer(Uses.whole(USE), LOCKFILE).online(Map.of(), Map.of()))
                .hasMessageContaining(NAME);
        assertThatThrownBy(() -> new Comparer(Uses.whole(DIGESTED), LOCKFILE).online(Map.of(), Map.of()))
                .hasMessageContaining("alpine");
    }

    @Test
    void aDigestAloneIsOnlyLookedFor() {
        store.put("alpine:3.20", A);
        Comparison comparison = Answers.one(Uses.whole(DIGESTED), Lockfile.EMPTY, store);
        assertThat(comparison.findings()).isEmpty();
        assertThat(comparison.failures()).isEmpty();
        assertThat(comparison.current()).contains(A.digest());
        assertThat(store.requests()).containsExactly("HEAD docker.io/library/alpine@" + A.digest());
    }

    @Test
    void aDigestAloneHasVanishedOnlyWhereCredentialsWereAccepted() {
        store.fail(DIGESTED.reference(), Answers.AUTHENTICATED);
        Comparison gone = Answers.one(Uses.whole(DIGESTED), Lockfile.EMPTY, store);
        assertThat(gone.findings())
                .containsExactly(
                        new DigestVanished(DIGESTED.reference(), List.of(DIGESTED), A.digest(), Optional.empty()));
        assertThat(gone.failures()).isEmpty();
        for (var failure : List.of(Answers.SAID, Answers.BARE)) {
            store.fail(DIGESTED.reference(), failure);
            Comparison unknown = Answers.one(Uses.whole(DIGESTED), Lockfile.EMPTY, store);
            assertThat(unknown.findings()).isEmpty();
            assertThat(unknown.failures()).containsExactly(failure);
        }
    }
}
