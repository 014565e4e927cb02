package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Finding.MixedOs;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.Location;
import dev.tagdrift.source.ScannedFile;
import dev.tagdrift.source.StageCopy;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class MixturesTest {
    private static final Index A = Resolved.index("a");
    private static final ImageUse GO = Uses.of("golang:1.22");
    private static final ImageUse DEBIAN = Uses.of("debian:12-slim");

    @Test
    void filesFromAnotherReleaseOfTheSameSystemAreTold() {
        List<MixedOs> mixed = mixed(inventory(7), lockfile("debian 13 (trixie)", "debian 12 (bookworm)"));
        assertThat(mixed).hasSize(1);
        assertThat(mixed.getFirst().image()).isEqualTo(DEBIAN.reference());
        assertThat(mixed.getFirst().from()).isEqualTo(GO.reference());
        assertThat(mixed.getFirst().fromOs()).hasToString("debian 13 (trixie)");
        assertThat(mixed.getFirst().os()).hasToString("debian 12 (bookworm)");
        assertThat(mixed.getFirst().copy().line()).isEqualTo(7);
    }

    @Test
    void ofManyCopiesInAFileTheFirstIsTold() {
        assertThat(mixed(inventory(7, 8, 9), lockfile("debian 13 (trixie)", "debian 12 (bookworm)")))
                .hasSize(1);
    }

    @Test
    void oneReleaseOrTwoSystemsAreNot() {
        assertThat(mixed(inventory(7), lockfile("debian 12 (bookworm)", "debian 12 (bookworm)")))
                .isEmpty();
        assertThat(mixed(inventory(7), lockfile("debian 12 (bookworm)", "alpine 3.20")))
                .isEmpty();
    }

    @Test
    void aTagThatMovedCountsWithItsNewRelease() {
        Lockfile lockfile = lockfile("debian 12 (bookworm)", "debian 12 (bookworm)");
        TagMoved moved = new TagMoved(
                Uses.tag("golang:1.22"),
                List.of(GO),
                false,
                Locked.of(A),
                A.descriptor(),
                Optional.empty(),
                OsRelease.parse("debian 13 (trixie)"),
                Optional.empty());
        List<Comparison> all =
                Mixtures.addTo(List.of(comparison(GO).and(List.of(moved)), comparison(DEBIAN)), inventory(7), lockfile);
        assertThat(all.getLast().findings())
                .singleElement()
                .isInstanceOfSatisfying(
                        MixedOs.class, mixed -> assertThat(mixed.fromOs()).hasToString("debian 13 (trixie)"));
    }

    @Test
    void ofAMoveIntoTheUnknownNothingIsClaimed() {
        Lockfile lockfile = lockfile("debian 13 (trixie)", "debian 12 (bookworm)");
        Comparison moved = new Comparison(
                GO.reference(),
                List.of(GO),
                lockfile.get(Uses.tag("golang:1.22")),
                Optional.of(Resolved.digest("another")),
                List.of(),
                List.of());
        List<Comparison> all = Mixtures.addTo(List.of(moved, comparison(DEBIAN)), inventory(7), lockfile);
        assertThat(all.getLast().findings()).isEmpty();
    }

    @Test
    void ofAPinThatIsNotLockedNothingIsClaimed() {
        Lockfile lockfile = lockfile("debian 13 (trixie)", "debian 12 (bookworm)");
        assertThat(mixed(copiedFrom(Uses.of("golang:1.22@" + A.digest())), lockfile))
                .hasSize(1);
        assertThat(mixed(copiedFrom(Uses.of("golang:1.22@" + Resolved.digest("another"))), lockfile))
                .isEmpty();
    }

    private static Inventory copiedFrom(ImageUse use) {
        StageCopy copy = new StageCopy(new Location("Dockerfile", 7), use.reference(), DEBIAN.reference());
        return new Inventory(
                List.of(new ScannedFile("Dockerfile", List.of(use, DEBIAN), List.of(), List.of(copy))),
                true,
                List.of());
    }

    private static List<MixedOs> mixed(Inventory inventory, Lockfile lockfile) {
        return Mixtures.addTo(List.of(comparison(GO), comparison(DEBIAN)), inventory, lockfile).stream()
                .flatMap(comparison -> comparison.findings().stream())
                .map(MixedOs.class::cast)
                .toList();
    }

    private static Comparison comparison(ImageUse use) {
        return new Comparison(use.reference(), List.of(use), Optional.empty(), Optional.empty(), List.of(), List.of());
    }

    private static Inventory inventory(int... lines) {
        List<StageCopy> copies = Arrays.stream(lines)
                .mapToObj(line -> new StageCopy(new Location("Dockerfile", line), GO.reference(), DEBIAN.reference()))
                .toList();
        return new Inventory(
                List.of(new ScannedFile("Dockerfile", List.of(GO, DEBIAN), List.of(), copies)), true, List.of());
    }

    private static Lockfile lockfile(String go, String debian) {
        Lockfile lockfile = Locked.file("golang:1.22", on(go));
        return Locked.and(lockfile, "debian:12-slim", on(debian));
    }

    private static LockedImage on(String os) {
        LockedImage image = Locked.of(A);
        return new LockedImage(image.digest(), image.mediaType(), Optional.of(os), image.created(), image.platforms());
    }
}
