package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explainer.Question;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.ReleaseReader;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class ExplainerTest {
    private static final String NAME = "docker.io/library/python:3.12-slim";
    private static final Index A = Resolved.index("a");
    private static final Index B = Resolved.index("b");
    private static final Set<Platform> A_AND_B = Set.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64);
    private final RecordingStore store = new RecordingStore();
    private final Map<Digest, OsRelease> releases = new HashMap<>();
    private PackageReading packages = new PackageReading.NoneRecorded();

    @Test
    void twoImagesAreComparedForTheSamePlatform() {
        store.put(NAME, A).put(NAME, B);
        Explanation explanation = explain(question(A)).found().orElseThrow();
        assertThat(explanation.platform()).isEqualTo(Platform.LINUX_AMD64);
        assertThat(explanation.locked().digest()).isEqualTo(A.digest());
        assertThat(explanation.current().digest()).isEqualTo(B.digest());
        assertThat(explanation.content())
                .isInstanceOfSatisfying(
                        Compared.class, compared -> assertThat(compared.same()).isFalse());
        assertThat(explanation.platforms().rebuilt()).containsExactly(Platform.LINUX_AMD64, Platform.LINUX_ARM64);
        assertThat(explanation.cause()).isEqualTo(Cause.UNKNOWN);
    }

    /** What could not be looked at is not the lightest that can happen. */
    @Test
    void whatCannotBeReadIsNoMereRebuild() {
        store.put(NAME, A).put(NAME, B);
        packages = new PackageReading.NotReadable("var/lib/dpkg/status", PackageReading.Flaw.MALFORMED);
        assertThat(explain(question(A)).found().orElseThrow().cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void anotherReleaseIsTheCause() {
        store.put(NAME, A).put(NAME, B);
        releases.put(manifest(A), OsRelease.parse("debian 11 (bullseye)").orElseThrow());
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        assertThat(explain(question(A)).found().orElseThrow().cause()).isEqualTo(Cause.OS_RELEASE);
    }

    @Test
    void whatIsTheSameHasNotChanged() {
        store.put(NAME, A);
        assertThat(explain(question(A)).found().orElseThrow().cause()).isEqualTo(Cause.UNCHANGED);
    }

    @Test
    void theImageThatCannotBeReadIsNamed() {
        store.put(NAME, A).put(NAME, B);
        RateLimited failure = new RateLimited("docker.io", Optional.empty());
        store.fail(at(A), failure);
        assertThat(explain(question(A))).isEqualTo(new Outcome.Unread(at(A), failure));
    }

    @Test
    void aPlatformThatIsAskedForAndNotThereIsNotReplacedByAnother() {
        store.put(NAME, A).put(NAME, B);
        Question arm = new Question(
                at(A), Uses.tag(NAME), List.of(Resolved.platform("linux/s390x")), Optional.empty(), name());
        assertThat(explain(arm))
                .isEqualTo(new Outcome.NoSuchPlatform(arm.platforms(), new TreeSet<>(A_AND_B), new TreeSet<>(A_AND_B)));
    }

    @Test
    void aPlatformThatOneImageLacksIsToldOfTheOtherAlone() {
        Index more = Resolved.index("more", "linux/amd64", "linux/s390x");
        Platform wanted = Resolved.platform("linux/s390x");
        for (boolean inLocked : List.of(true, false)) {
            Index before = inLocked ? more : A;
            store.put(NAME, before).put(NAME, inLocked ? B : more);
            releases.put(manifest(A), OsRelease.parse("debian 11 (bullseye)").orElseThrow());
            releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
            Explanation told = explain(
                            new Question(at(before), Uses.tag(NAME), List.of(wanted), Optional.empty(), name()))
                    .found()
                    .orElseThrow();
            assertThat(told.platform()).isEqualTo(wanted);
            assertThat(told.content()).isEqualTo(new NoCommonPlatform(inLocked));
            assertThat((inLocked ? told.current() : told.locked()).os()).isEmpty();
            assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
        }
    }

    @Test
    void whatIsRememberedIsNotHeldAgainstAnotherPlatform() {
        store.put(NAME, B);
        Side remembered =
                new Side(A.digest(), Optional.empty(), OsRelease.parse("debian 11 (bullseye)"), Optional.empty());
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        Platform wanted = Resolved.platform("linux/s390x");
        Explanation told = explain(
                        new Question(at(A), Uses.tag(NAME), List.of(wanted), Optional.of(remembered), name()))
                .found()
                .orElseThrow();
        assertThat(told.platform()).isEqualTo(wanted);
        assertThat(told.content()).isEqualTo(new NoCommonPlatform(true));
        assertThat(told.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void anIndexThatMovedForOthersIsTold() {
        Index same = Resolved.index("c", Resolved.entry("linux/amd64", "a"), Resolved.entry("linux/arm64", "c"));
        store.put(NAME, A).put(NAME, same);
        Explanation explanation = explain(question(A)).found().orElseThrow();
        assertThat(explanation.cause()).isEqualTo(Cause.OTHER_PLATFORMS);
        assertThat(explanation.platforms().rebuilt()).containsExactly(Platform.LINUX_ARM64);
    }

    @Test
    void ofThePlatformsThatAreAskedForOneThatChangedIsCompared() {
        Index same = Resolved.index("c", Resolved.entry("linux/amd64", "a"), Resolved.entry("linux/arm64", "c"));
        store.put(NAME, A).put(NAME, same);
        Question both = new Question(
                at(A), Uses.tag(NAME), List.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64), Optional.empty(), name());
        Explanation explanation = explain(both).found().orElseThrow();
        assertThat(explanation.platform()).isEqualTo(Platform.LINUX_ARM64);
        assertThat(explanation.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void variantThatABuildTakesInPlaceOfAnotherIsAChange() {
        Index six = Resolved.index("six", "linux/amd64", "linux/arm/v6");
        Index seven = Resolved.index("seven", "linux/amd64", "linux/arm/v6", "linux/arm/v7");
        assertThat(armBuild(six, seven)).containsExactly(change("linux/arm/v6", "linux/arm/v7"));
        assertThat(armBuild(seven, six)).containsExactly(change("linux/arm/v7", "linux/arm/v6"));
        assertThat(armBuild(seven, Resolved.index("more", "linux/arm/v6", "linux/arm/v7")))
                .isEmpty();
    }

    @Test
    void anotherVersionOfWindowsIsAChange() {
        Index before = Resolved.index("before", "windows(10.0.20348.1)/amd64");
        Index after = Resolved.index("after", "windows(10.0.20348.2)/amd64");
        assertThat(settings(before, after, List.of()))
                .containsExactly(change("windows(10.0.20348.1)/amd64", "windows(10.0.20348.2)/amd64"));
    }

    private List<ConfigChange> armBuild(Index before, Index after) {
        return settings(before, after, List.of(Resolved.platform("linux/arm/v7")));
    }

    private List<ConfigChange> settings(Index before, Index after, List<Platform> wanted) {
        store.put(NAME, before).put(NAME, after);
        Question question = new Question(at(before), Uses.tag(NAME), wanted, Optional.empty(), name());
        return explain(question).found().map(Explanation::content).stream()
                .map(Compared.class::cast)
                .flatMap(compared -> compared.config().stream())
                .toList();
    }

    private static ConfigChange change(String before, String after) {
        return new ConfigChange(ConfigChange.Setting.PLATFORM, "", Optional.of(before), Optional.of(after));
    }

    @Test
    void aLockedImageThatIsGoneIsExplainedFromWhatIsRemembered() {
        store.put(NAME, B);
        Side remembered =
                new Side(A.digest(), Optional.empty(), OsRelease.parse("debian 11 (bullseye)"), Optional.empty());
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        Explanation explanation = explain(
                        new Question(at(A), Uses.tag(NAME), List.of(), Optional.of(remembered), name()))
                .found()
                .orElseThrow();
        assertThat(explanation.content()).isEqualTo(new LockedGone());
        assertThat(explanation.cause()).isEqualTo(Cause.OS_RELEASE);
    }

    @Test
    void withoutACommonPlatformNothingIsCompared() {
        Index arm = Resolved.index("arm", "linux/arm64");
        Index amd = Resolved.index("amd", "linux/amd64");
        store.put(NAME, arm).put(NAME, amd);
        Explanation explanation = explain(question(arm)).found().orElseThrow();
        assertThat(explanation.content()).isEqualTo(new NoCommonPlatform(false));
        assertThat(explanation.cause()).isEqualTo(Cause.UNKNOWN);
    }

    @Test
    void whatCannotBeReadIsToldAsSuch() {
        RateLimited failure = new RateLimited("docker.io", Optional.empty());
        store.put(NAME, A).fail(Uses.tag(NAME), failure);
        assertThat(explain(question(A))).isEqualTo(new Outcome.Unread(Uses.tag(NAME), failure));
    }

    @Test
    void aTagThatNamesTheSameAndMovesLessIsFound() {
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        store.put(NAME, A).put(NAME, B).put("docker.io/library/python:3.12-slim-bookworm", B);
        assertThat(explain(question(A)).found().orElseThrow().betterTag())
                .contains(Uses.tag("python:3.12-slim-bookworm"));
    }

    @Test
    void tagOfTheSystemItselfIsNotGuessedWithItsRelease() {
        Tagged debian = Uses.tag("debian:12-slim");
        store.put("debian:12-slim", A).put("debian:12-slim", B);
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        Question question = new Question(
                new Digested(debian.repository(), A.digest()),
                debian,
                List.of(),
                Optional.empty(),
                Optional.of(debian));
        assertThat(explain(question).found()).isPresent();
        assertThat(store.requests()).noneMatch(request -> request.startsWith("HEAD"));
    }

    @Test
    void aTagThatNamesAnotherImageIsNotSuggested() {
        releases.put(manifest(B), OsRelease.parse("debian 12 (bookworm)").orElseThrow());
        store.put(NAME, A).put(NAME, B).put("docker.io/library/python:3.12-slim-bookworm", A);
        assertThat(explain(question(A)).found().orElseThrow().betterTag()).isEmpty();
    }

    private Outcome explain(Question question) {
        ReleaseReader reader = (repository, image) ->
                Optional.ofNullable(releases.get(image.manifest().digest()));
        BatchResolver resolver = new BatchResolver(store, store, reader, 2, () -> {});
        return new Explainer(resolver, new Packages()).explain(question);
    }

    private final class Packages implements PackageReader {
        @Override
        public PackageReading packages(Repository repository, ResolvedImage whole, PlatformImage image) {
            return packages;
        }

        @Override
        public PackageReading recorded(Repository repository, PlatformImage image) {
            return packages;
        }
    }

    private static Question question(Index locked) {
        return new Question(at(locked), Uses.tag(NAME), List.of(), Optional.empty(), name());
    }

    private static Optional<ImageReference.Tagged> name() {
        return Optional.of(Uses.tag(NAME));
    }

    private static ImageReference at(Index image) {
        return new Digested(Uses.tag(NAME).repository(), image.digest());
    }

    private static Digest manifest(Index index) {
        return index.forPlatform(Platform.LINUX_AMD64).getFirst().manifest().digest();
    }
}
