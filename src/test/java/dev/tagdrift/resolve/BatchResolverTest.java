package dev.tagdrift.resolve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BatchResolverTest {
    private static final String NAME = "docker.io/library/python:3.12";
    private static final String REPOSITORY = "docker.io/library/python@";
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");
    private static final ResolutionFailure FAILURE = new RateLimited("docker.io", Optional.empty());

    private final RecordingStore store = new RecordingStore();
    private final BatchResolver resolver = new BatchResolver(store, store, 4);

    @Test
    void aTagThatHasNotMovedCostsOneHead() {
        store.put(NAME, A);
        Resolution resolution = ask(question(A));
        assertThat(resolution)
                .isEqualTo(new Resolution(new Found<>(A.descriptor()), Optional.empty(), Optional.empty(), Map.of()));
        assertThat(store.requests()).containsExactly("HEAD " + NAME);
    }

    @Test
    void aTagThatHasMovedIsReadByItsDigestAndTheLockedOneIsLookedFor() {
        store.put(NAME, A).put(NAME, B);
        Resolution resolution = ask(question(A));
        assertThat(resolution.current()).isEqualTo(new Found<>(B.descriptor()));
        assertThat(resolution.moved()).contains(new Found<>(Resolved.snapshot(B, "linux/amd64")));
        assertThat(resolution.remembered()).isEqualTo(Map.of(A.digest(), new Found<>(A.descriptor())));
        assertThat(store.requests())
                .startsWith("HEAD " + NAME, "GET " + REPOSITORY + B.digest())
                .contains("HEAD " + REPOSITORY + A.digest())
                .hasSize(5);
    }

    @Test
    void theFirstWantedPlatformTellsWhenAnImageWasBuilt() {
        store.put(NAME, B);
        TagQuestion question = new TagQuestion(
                Uses.tag(NAME),
                Optional.of(A.digest()),
                Set.of(),
                Optional.empty(),
                List.of(Resolved.platform("linux/s390x"), Platform.LINUX_ARM64),
                Set.of());
        assertThat(ask(question).moved()).contains(new Found<>(Resolved.snapshot(B, "linux/arm64")));
    }

    @Test
    void eachConfiguredPlatformThatChangedTellsItsRelease() {
        Index moved = Resolved.index(
                "moved",
                Resolved.entry("linux/amd64", "a"),
                Resolved.entry("linux/arm64", "new"),
                Resolved.entry("linux/s390x", "new"));
        store.put(NAME, moved);
        List<Platform> asked = List.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64, Resolved.platform("linux/s390x"));
        List<String> read = new ArrayList<>();
        BatchResolver told = new BatchResolver(
                store,
                store,
                (repository, image) -> {
                    read.add(image.config().platform().toString());
                    return Optional.empty();
                },
                1,
                () -> {});
        Set<Digest> known = Set.of(A.entries().getFirst().manifest().digest());
        told.tags(List.of(
                new TagQuestion(Uses.tag(NAME), Optional.of(A.digest()), Set.of(), Optional.empty(), asked, known)));
        assertThat(read).containsExactly("linux/arm64", "linux/s390x");
    }

    @Test
    void withoutAWantedPlatformTheFirstOfTheIndexTells() {
        Index odd = Resolved.index("odd", "linux/riscv64", "linux/s390x");
        store.put(NAME, odd);
        assertThat(ask(question(A)).moved()).contains(new Found<>(Resolved.snapshot(odd, "linux/riscv64")));
    }

    @Test
    void anImageThatDoesNotTellAboutItselfIsFoundNevertheless() {
        Single single = Resolved.single("s");
        Index empty = Resolved.index("empty", new ResolvedImage.Entry[0]);
        store.put(NAME, single).failConfig(single, FAILURE).put("alpine:1", empty);
        assertThat(ask(question(A)).moved())
                .contains(new Found<>(new Snapshot(single, new Failed<>(FAILURE), List.of(Optional.empty()))));
        assertThat(snapshot(new SnapshotQuestion(Uses.tag("alpine:1"), Optional.empty(), List.of()))
                        .found()
                        .orElseThrow()
                        .orElseThrow()
                        .config()
                        .failure())
                .isPresent();
    }

    @Test
    void pinsAreOnlyLookedForWhereTheTagNamesAnother() {
        store.put(NAME, A);
        TagQuestion pinned = pinned(A);
        assertThat(ask(pinned).remembered()).isEmpty();
        assertThat(store.requests()).hasSize(1);
        store.put(NAME, B);
        Resolution resolution = ask(pinned);
        assertThat(resolution.moved()).isEmpty();
        assertThat(resolution.remembered()).containsOnlyKeys(A.digest());
        assertThat(store.requests()).hasSize(3);
    }

    @Test
    void aDigestThatIsLockedAndPinnedIsLookedForOnce() {
        store.put(NAME, A).put(NAME, B);
        TagQuestion question = new TagQuestion(
                Uses.tag(NAME), Optional.of(A.digest()), Set.of(A.digest()), Optional.empty(), List.of(), Set.of());
        assertThat(ask(question).remembered()).containsOnlyKeys(A.digest());
        assertThat(store.requests())
                .filteredOn(request -> request.endsWith(A.digest().toString()))
                .hasSize(1);
    }

    @Test
    void whatTheLockfileDoesNotTellIsReadOnRequest() {
        store.put(NAME, A);
        assertThat(ask(reading(A)).locked()).contains(new Found<>(A));
        assertThat(store.requests()).containsExactly("HEAD " + NAME, "GET " + REPOSITORY + A.digest());
    }

    @Test
    void whatHasMovedIsNotReadInItsOldState() {
        store.put(NAME, A).put(NAME, B);
        assertThat(ask(reading(A)).locked()).isEmpty();
    }

    @Test
    void aRegistryThatDoesNotAnswerIsAskedNoMore() {
        for (ResolutionFailure failure : List.of(FAILURE, new Denied("docker.io", Login.NONE, ""))) {
            store.fail(Uses.tag(NAME), failure);
            assertThat(ask(reading(A)))
                    .isEqualTo(new Resolution(new Failed<>(failure), Optional.empty(), Optional.empty(), Map.of()));
        }
        assertThat(store.requests()).containsExactly("HEAD " + NAME, "HEAD " + NAME);
    }

    @Test
    void whereTheTagIsNotFoundTheLockedDigestIsLookedFor() {
        store.put(NAME, A).fail(Uses.tag(NAME), new NotFound("docker.io", true, false));
        assertThat(ask(question(A)).remembered()).isEqualTo(Map.of(A.digest(), new Found<>(A.descriptor())));
    }

    @Test
    void twoTagsOfOneDigestHaveAnAnswerEach() {
        String other = "docker.io/library/python:3.12-slim";
        store.put(NAME, B).put(other, B);
        TagQuestion second = new TagQuestion(
                Uses.tag(other), Optional.of(A.digest()), Set.of(), Optional.empty(), List.of(), Set.of());
        Map<?, Resolution> answers = resolver.tags(List.of(question(A), second));
        assertThat(answers.values()).extracting(Resolution::current).containsOnly(new Found<>(B.descriptor()));
    }

    @Test
    void twoTagsOfOneDigestAreReadOnce() {
        String other = "docker.io/library/python:3.12-slim";
        store.put(NAME, A).put(NAME, B).put(other, B);
        TagQuestion second = new TagQuestion(
                Uses.tag(other), Optional.of(A.digest()), Set.of(), Optional.empty(), List.of(), Set.of());
        resolver.tags(List.of(question(A), second));
        assertThat(store.requests()).doesNotHaveDuplicates();
    }

    @Test
    void digestsAreOnlyLookedForAndEachOnce() {
        store.put(NAME, A);
        var gone = Uses.digested(REPOSITORY + B.digest());
        var there = Uses.digested(REPOSITORY + A.digest());
        assertThat(resolver.digests(List.of(gone, there, gone)))
                .containsExactly(
                        Map.entry(gone, new Failed<>(new NotFound("docker.io", true, false))),
                        Map.entry(there, new Found<>(A.descriptor())));
        assertThat(store.requests()).containsExactly("HEAD " + gone, "HEAD " + there);
    }

    @Test
    void aLockReadsATagInOneGo() {
        store.put(NAME, A);
        assertThat(snapshot(new SnapshotQuestion(Uses.tag(NAME), Optional.empty(), List.of())))
                .isEqualTo(new Found<>(Optional.of(Resolved.snapshot(A, "linux/amd64"))));
        assertThat(store.requests()).startsWith("GET " + NAME).hasSize(3);
    }

    @Test
    void aLockReadsNothingThatItKnows() {
        store.put(NAME, A);
        SnapshotQuestion question = new SnapshotQuestion(Uses.tag(NAME), Optional.of(A.digest()), List.of());
        assertThat(snapshot(question)).isEqualTo(new Found<>(Optional.empty()));
        assertThat(store.requests()).containsExactly("HEAD " + NAME);
    }

    @Test
    void aLockReadsWhatHasMovedByTheDigestThatItSaw() {
        store.put(NAME, B);
        SnapshotQuestion question = new SnapshotQuestion(Uses.tag(NAME), Optional.of(A.digest()), List.of());
        assertThat(snapshot(question).found().orElseThrow().orElseThrow().image())
                .isEqualTo(B);
        assertThat(store.requests()).startsWith("HEAD " + NAME, "GET " + REPOSITORY + B.digest());
    }

    @Test
    void aLockIsToldWhyItHasNoAnswer() {
        store.fail(Uses.tag(NAME), FAILURE);
        for (Optional<Digest> unless : List.of(Optional.of(A.digest()), Optional.<Digest>empty())) {
            assertThat(snapshot(new SnapshotQuestion(Uses.tag(NAME), unless, List.of())))
                    .isEqualTo(new Failed<>(FAILURE));
        }
    }

    @Test
    void aFaultOfAStoreIsNotSwallowed() {
        IllegalStateException fault = new IllegalStateException("a fault");
        store.put(NAME, A).onRequest(request -> {
            throw fault;
        });
        assertThatThrownBy(() -> ask(question(A))).hasRootCause(fault);
    }

    private Resolution ask(TagQuestion question) {
        return resolver.tags(List.of(question)).values().iterator().next();
    }

    private Answer<Optional<Snapshot>> snapshot(SnapshotQuestion question) {
        return resolver.snapshots(List.of(question)).values().iterator().next();
    }

    private static TagQuestion question(ResolvedImage locked) {
        return new TagQuestion(
                Uses.tag(NAME), Optional.of(locked.digest()), Set.of(), Optional.empty(), List.of(), Set.of());
    }

    private static TagQuestion pinned(ResolvedImage pin) {
        return new TagQuestion(
                Uses.tag(NAME), Optional.empty(), Set.of(pin.digest()), Optional.empty(), List.of(), Set.of());
    }

    private static TagQuestion reading(ResolvedImage locked) {
        return new TagQuestion(
                Uses.tag(NAME),
                Optional.of(locked.digest()),
                Set.of(),
                Optional.of(locked.digest()),
                List.of(),
                Set.of());
    }
}
