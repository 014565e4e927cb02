package dev.tagdrift.lockfile;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.Step.Ask;
import dev.tagdrift.lockfile.Step.Keep;
import dev.tagdrift.lockfile.Step.Remove;
import dev.tagdrift.resolve.SnapshotQuestion;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LockPlannerTest {
    private static final String NAME = "python:3.12-slim";
    private static final Index A = Resolved.index("a");
    private static final LockedImage LOCKED = Locked.of(A);
    private static final Lockfile LOCKFILE = Locked.file(NAME, A);
    private static final Upgrade NOTHING = new Upgrade.Nothing();
    private static final Upgrade EVERYTHING = new Upgrade.Everything();
    private static final String PIN_A = NAME + "@" + A.digest();
    private static final String PIN_B = NAME + "@" + Resolved.digest("index b");

    @Test
    void anEntryThatIsStillUsedIsKeptWithoutAQuestion() {
        assertThat(step(Uses.whole(Uses.of(NAME)), LOCKFILE, NOTHING)).isEqualTo(new Keep(LOCKED));
    }

    @Test
    void whatIsMissingIsAskedForByItsTag() {
        assertThat(step(Uses.whole(Uses.of(NAME)), Lockfile.EMPTY, NOTHING))
                .isEqualTo(ask(NAME, Optional.empty(), true, "linux/amd64", "linux/arm64"));
    }

    @Test
    void whatNobodyUsesIsRemoved() {
        assertThat(step(Uses.whole(), LOCKFILE, NOTHING)).isEqualTo(new Remove(LOCKED));
        assertThat(step(Uses.whole(), LOCKFILE, EVERYTHING)).isEqualTo(new Remove(LOCKED));
    }

    @Test
    void nothingIsRemovedUnlessAllWasSeen() {
        assertThat(step(Uses.part(), LOCKFILE, EVERYTHING)).isEqualTo(new Keep(LOCKED));
        assertThat(step(Uses.broken(), LOCKFILE, EVERYTHING)).isEqualTo(new Keep(LOCKED));
    }

    @Test
    void theRestIsLockedWhereAFileCannotBeRead() {
        assertThat(step(Uses.broken(Uses.of(NAME)), Lockfile.EMPTY, NOTHING)).isInstanceOf(Ask.class);
    }

    @Test
    void anUpgradeAsksForTheTagAndReadsNothingThatIsKnown() {
        SnapshotQuestion question = question(Uses.whole(Uses.of(NAME)), LOCKFILE, EVERYTHING);
        assertThat(question.reference()).isEqualTo(Uses.tag(NAME));
        assertThat(question.unless()).contains(A.digest());
    }

    @Test
    void anUpgradeReadsAnEntryThatLacksSomething() {
        assertThat(question(Uses.whole(Uses.of(NAME)), Locked.file(NAME, undated(LOCKED)), EVERYTHING)
                        .unless())
                .isEmpty();
        assertThat(question(Uses.whole(Uses.of(NAME, "linux/s390x")), LOCKFILE, EVERYTHING)
                        .unless())
                .isEmpty();
    }

    @Test
    void anUpgradeOfSomeKeepsTheOthers() {
        Upgrade some = new Upgrade.Only(Set.of(Uses.tag(NAME)));
        Lockfile both = Locked.and(LOCKFILE, "alpine:3.20", LOCKED);
        var plan = LockPlanner.plan(Uses.whole(Uses.of(NAME), Uses.of("alpine:3.20")), both, some);
        assertThat(plan.get(Uses.tag(NAME))).isInstanceOf(Ask.class);
        assertThat(plan.get(Uses.tag("alpine:3.20"))).isEqualTo(new Keep(LOCKED));
    }

    @Test
    void whatOnlyAPinNamesIsAskedForByItsDigest() {
        assertThat(question(Uses.whole(Uses.of(PIN_B)), Lockfile.EMPTY, NOTHING).reference())
                .isEqualTo(digested("index b"));
    }

    @Test
    void anEntryFollowsThePinThatAllAgreeOn() {
        Ask ask = (Ask) step(Uses.whole(Uses.of(PIN_B), Uses.of(PIN_B)), LOCKFILE, NOTHING);
        assertThat(ask.question().reference()).isEqualTo(digested("index b"));
        assertThat(ask.before()).contains(LOCKED);
        assertThat(ask.essential()).isTrue();
    }

    @Test
    void anUpgradeNeverMovesAPin() {
        assertThat(step(Uses.whole(Uses.of(PIN_A)), LOCKFILE, EVERYTHING)).isEqualTo(new Keep(LOCKED));
        assertThat(question(Uses.whole(Uses.of(PIN_B)), LOCKFILE, EVERYTHING).reference())
                .isEqualTo(digested("index b"));
    }

    @Test
    void anEntryServesTheTagWhereSomebodyUsesIt() {
        Inventory both = Uses.whole(Uses.of(PIN_B), Uses.of(NAME));
        assertThat(step(both, LOCKFILE, NOTHING)).isEqualTo(new Keep(LOCKED));
        assertThat(question(both, Lockfile.EMPTY, NOTHING).reference()).isEqualTo(Uses.tag(NAME));
        assertThat(question(both, LOCKFILE, EVERYTHING).reference()).isEqualTo(Uses.tag(NAME));
    }

    @Test
    void anEntryFollowsNeitherOfTwoPins() {
        Inventory two = Uses.whole(Uses.of(PIN_A), Uses.of(PIN_B));
        assertThat(step(two, LOCKFILE, NOTHING)).isEqualTo(new Keep(LOCKED));
        assertThat(question(two, Lockfile.EMPTY, NOTHING).reference()).isEqualTo(Uses.tag(NAME));
    }

    @Test
    void anEntryFollowsNoPinWhileAnotherUseMayBeUnseen() {
        assertThat(step(Uses.part(Uses.of(PIN_B)), LOCKFILE, NOTHING)).isEqualTo(new Keep(LOCKED));
        assertThat(step(Uses.broken(Uses.of(PIN_B)), LOCKFILE, NOTHING)).isEqualTo(new Keep(LOCKED));
    }

    @Test
    void referencesWithADigestAloneHaveNoEntry() {
        assertThat(LockPlanner.plan(Uses.whole(Uses.of("python@" + A.digest())), Lockfile.EMPTY, NOTHING))
                .isEmpty();
    }

    @Test
    void aPlatformThatIsMissingIsAskedForByTheLockedDigest() {
        assertThat(step(Uses.whole(Uses.of(NAME, "linux/s390x")), LOCKFILE, NOTHING))
                .isEqualTo(ask("python@" + A.digest(), Optional.of(LOCKED), true, "linux/s390x"));
    }

    @Test
    void factsThatAreMissingAreAskedForButNotEssential() {
        for (LockedImage lacking : List.of(undated(LOCKED), unreleased(LOCKED))) {
            assertThat(step(Uses.whole(Uses.of(NAME)), Locked.file(NAME, lacking), NOTHING))
                    .isEqualTo(ask("python@" + A.digest(), Optional.of(lacking), false, "linux/amd64", "linux/arm64"));
        }
    }

    @Test
    void platformsThatAreMissingAltogetherAreAskedForButNotEssential() {
        LockedImage bare =
                new LockedImage(A.digest(), MediaType.OCI_INDEX, LOCKED.os(), LOCKED.created(), new TreeMap<>());
        assertThat(step(Uses.whole(Uses.of(NAME)), Locked.file(NAME, bare), NOTHING))
                .isEqualTo(ask("python@" + A.digest(), Optional.of(bare), false, "linux/amd64", "linux/arm64"));
    }

    @Test
    void aSingleImageMissesNoPlatform() {
        LockedImage single = Locked.of(Resolved.single("a"));
        assertThat(step(Uses.whole(Uses.of(NAME, "linux/s390x")), Locked.file(NAME, single), NOTHING))
                .isEqualTo(new Keep(single));
    }

    @Test
    void aScanThatDidNotSeeAllTakesNoPlatformAway() {
        ImageUse use = Uses.of(NAME, "linux/s390x");
        for (Inventory unsure : List.of(Uses.part(use), Uses.broken(use))) {
            assertThat(((Ask) step(unsure, LOCKFILE, NOTHING)).wanted())
                    .extracting(Platform::toString)
                    .containsExactly("linux/amd64", "linux/arm64", "linux/s390x");
        }
        assertThat(((Ask) step(Uses.whole(use), LOCKFILE, NOTHING)).wanted()).hasSize(1);
    }

    @RepeatedTest(50)
    void asksNothingWhereAllIsLocked(RepetitionInfo repetition) {
        Lockfile lockfile = complete(GeneratedLockfile.of(repetition.getCurrentRepetition()));
        ImageUse[] uses = lockfile.images().entrySet().stream()
                .flatMap(image -> Stream.of(
                        Uses.of(image.getKey().toString()),
                        Uses.of(image.getKey().at(image.getValue().digest()).toString())))
                .toArray(ImageUse[]::new);
        for (Inventory inventory : List.of(Uses.whole(uses), Uses.part(uses), Uses.broken(uses))) {
            assertThat(LockPlanner.plan(inventory, lockfile, NOTHING).values())
                    .hasSameSizeAs(lockfile.images().keySet())
                    .hasOnlyElementsOfType(Keep.class);
        }
    }

    /** Everything that may be left out is there. */
    private static Lockfile complete(Lockfile lockfile) {
        TreeMap<ImageReference.Tagged, LockedImage> images = new TreeMap<>();
        lockfile.images().forEach((name, image) -> {
            TreeMap<Platform, Digest> platforms = new TreeMap<>(image.platforms());
            platforms.put(Platform.LINUX_AMD64, image.digest());
            images.put(
                    name,
                    new LockedImage(
                            image.digest(),
                            image.mediaType(),
                            image.os().or(() -> Optional.of(Locked.OS)),
                            Optional.of(Resolved.CREATED),
                            image.mediaType().isIndex() ? platforms : new TreeMap<>()));
        });
        return new Lockfile(images);
    }

    private static LockedImage unreleased(LockedImage image) {
        return new LockedImage(image.digest(), image.mediaType(), Optional.empty(), image.created(), image.platforms());
    }

    private static LockedImage undated(LockedImage image) {
        return new LockedImage(image.digest(), image.mediaType(), image.os(), Optional.empty(), image.platforms());
    }

    private static ImageReference digested(String salt) {
        return Uses.reference("python@" + Resolved.digest(salt));
    }

    private static Step step(Inventory inventory, Lockfile lockfile, Upgrade upgrade) {
        var plan = LockPlanner.plan(inventory, lockfile, upgrade);
        assertThat(plan).containsOnlyKeys(Uses.tag(NAME));
        return requireNonNull(plan.get(Uses.tag(NAME)));
    }

    private static SnapshotQuestion question(Inventory inventory, Lockfile lockfile, Upgrade upgrade) {
        return ((Ask) step(inventory, lockfile, upgrade)).question();
    }

    /** A question about the first platform, which here is the only one or none that somebody configured. */
    private static Ask ask(String reference, Optional<LockedImage> before, boolean essential, String... wanted) {
        List<Platform> platforms = Stream.of(wanted).map(Resolved::platform).toList();
        return new Ask(
                new SnapshotQuestion(
                        Uses.reference(reference), Optional.empty(), platforms.size() == 1 ? platforms : List.of()),
                before,
                new TreeSet<>(platforms),
                essential);
    }
}
