package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

/** What is told of two lists of packages. */
class PackageChangesTest {
    @Test
    void tellsOneReleaseOfDebianFromTheNext() {
        PackageChanges changes = PackageChanges.between(
                Recorded.list(Recorded.DPKG, "bullseye.status"), Recorded.list(Recorded.DPKG, "bookworm.status"));

        assertThat(changes.libraries())
                .extracting(PackageChangesTest::words)
                .containsExactly(
                        "libssl1.1 -> libssl3",
                        "libffi7 -> libffi8",
                        "libicu67 -> libicu72",
                        "libsemanage1 -> libsemanage2",
                        "libpcre3 -> nothing");
        assertThat(changes.removed())
                .extracting(InstalledPackage::name)
                .containsExactly("libffi7", "libicu67", "libpcre3", "libsemanage1", "libssl1.1");
        assertThat(changes.added())
                .extracting(InstalledPackage::name)
                .containsExactly("libffi8", "libicu72", "libsemanage2", "libssl3");
        assertThat(changes.upgraded())
                .extracting(change -> change.to().name())
                .containsExactly(
                        "base-files", "bash", "libc6", "libgcc-s1", "libpcre2-8-0", "libxml2", "openssl", "tzdata");
        assertThat(changes.downgraded()).isEmpty();
    }

    @Test
    void tellsWhatAlpineRecordsOfItsLibraries() {
        PackageChanges changes = PackageChanges.between(
                Recorded.list(Recorded.APK, "alpine-3.16.installed"),
                Recorded.list(Recorded.APK, "alpine-3.18.installed"));

        assertThat(changes.libraries())
                .extracting(PackageChangesTest::words)
                .containsExactly("libcrypto.so.1.1 -> libcrypto.so.3", "libssl.so.1.1 -> libssl.so.3");
    }

    @Test
    void tellsUpFromDown() {
        PackageChanges changes =
                PackageChanges.between(list("a 1.9", "b 2:1", "c 1", "d 5"), list("a 1.10", "b 3", "c 1", "e 5"));

        assertThat(changes.upgraded()).extracting(PackageChangesTest::words).containsExactly("a 1.9 -> 1.10");
        assertThat(changes.downgraded()).extracting(PackageChangesTest::words).containsExactly("b 2:1 -> 3");
        assertThat(changes.removed()).extracting(InstalledPackage::name).containsExactly("d");
        assertThat(changes.added()).extracting(InstalledPackage::name).containsExactly("e");
    }

    @Test
    void pairsSeveralVersionsOfOnePackage() {
        PackageChanges changes = PackageChanges.between(
                list("kernel 1 x86_64", "kernel 2 x86_64"),
                list("kernel 2 x86_64", "kernel 3 x86_64", "kernel 4 x86_64"));

        assertThat(changes.upgraded()).extracting(PackageChangesTest::words).containsExactly("kernel 1 -> 3");
        assertThat(changes.added()).extracting(InstalledPackage::version).containsExactly("4");
        assertThat(changes.removed()).isEmpty();
    }

    @Test
    void pairsThoseOfOneArchitectureFirst() {
        PackageChanges changes = PackageChanges.between(
                list("libc6 1 amd64", "libc6 1 i386", "tzdata 1 all"), list("libc6 2 amd64", "tzdata 1 amd64"));

        assertThat(changes.upgraded())
                .extracting(change -> change.from().architecture() + " " + words(change))
                .containsExactly("amd64 libc6 1 -> 2", "all tzdata 1 -> 1");
        assertThat(changes.removed()).extracting(InstalledPackage::architecture).containsExactly("i386");
    }

    @Test
    void takesNoPackageOfOneFormatForThatOfAnother() {
        InstalledPackage debian = new InstalledPackage(PackageFormat.DEB, "bash", "5.1-2", "amd64", "bash", List.of());
        InstalledPackage alpine =
                new InstalledPackage(PackageFormat.APK, "bash", "5.2-r1", "x86_64", "bash", List.of());

        PackageChanges changes =
                PackageChanges.between(new PackageList(List.of(debian)), new PackageList(List.of(alpine)));

        assertThat(changes.removed()).containsExactly(debian);
        assertThat(changes.added()).containsExactly(alpine);
    }

    @RepeatedTest(50)
    void losesNothing(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        PackageList before = generated(random);
        PackageList after = generated(random);

        PackageChanges changes = PackageChanges.between(before, after);

        int pairs = changes.upgraded().size() + changes.downgraded().size();
        int same = (int)
                before.packages().stream().filter(after.packages()::contains).count();
        assertThat(changes.removed().size() + pairs + same)
                .isEqualTo(before.packages().size());
        assertThat(changes.added().size() + pairs + same)
                .isEqualTo(after.packages().size());
        PackageChanges back = PackageChanges.between(after, before);
        assertThat(back.removed()).isEqualTo(changes.added());
        assertThat(PackageChanges.between(before, before).isEmpty()).isTrue();
    }

    private static PackageList generated(Random random) {
        String[] architectures = {"amd64", "i386"};
        return list(IntStream.range(0, random.nextInt(12))
                .mapToObj(
                        i -> "p" + random.nextInt(4) + " " + random.nextInt(4) + " " + architectures[random.nextInt(2)])
                .toArray(String[]::new));
    }

    private static PackageList list(String... packages) {
        return new PackageList(Arrays.stream(packages)
                .map(text -> text.split(" ", -1))
                .map(words -> new InstalledPackage(
                        PackageFormat.DEB, words[0], words[1], words.length > 2 ? words[2] : "", words[0], List.of()))
                .toList());
    }

    private static String words(VersionChange change) {
        return change.to().name() + " " + change.from().version() + " -> "
                + change.to().version();
    }

    private static String words(LibraryChange change) {
        return change.gone().name() + " -> "
                + change.successor().map(SharedLibrary::name).orElse("nothing");
    }
}
