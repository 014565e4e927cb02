package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which packages are shared libraries, and which of them are the same. */
class SharedLibraryTest {
    @ParameterizedTest
    @CsvSource({
        "libssl1.1, libssl, 1.1",
        "libssl3t64, libssl, 3",
        "libc6, libc, 6",
        "zlib1g, zlib, 1",
        "libpam0g, libpam, 0",
        "libpcre2-8-0, libpcre2-8, 0",
        "libbz2-1.0, libbz2, 1.0",
        "libk5crypto3, libk5crypto, 3",
        "libstdc++6, libstdc++, 6",
        "libglib2.0-0t64, libglib2.0, 0",
        "libgcc-s1, libgcc-s, 1",
        "libcurl3-gnutls, libcurl-gnutls, 3",
        "libcurl4, libcurl, 4",
        "libopenssl1_1, libopenssl, 1_1"
    })
    void readsTheNamesOfPackages(String name, String family, String version) {
        assertThat(SharedLibrary.ofPackage(name, "source"))
                .contains(new SharedLibrary(family, version, name, "source"));
    }

    /** An image may record any name: to look for a version from each number of it took half a minute. */
    @Test
    void nameLongerThanAnyIsNone() {
        String digits = "1".repeat(40_000);
        assertThat(SharedLibrary.ofPackage("lib" + digits, "source")).isEmpty();
        assertThat(SharedLibrary.ofPackage("lib" + digits + "x", "source")).isEmpty();
        assertThat(SharedLibrary.ofSoname("lib.so." + digits, "source")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openssl", "libc-bin", "libssl-dev", "libc6-dev", "libpam-modules", "python3.11", "perl-base"})
    void knowsWhatIsNoLibrary(String name) {
        assertThat(SharedLibrary.ofPackage(name, "source")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "libssl.so.1.1, libssl, 1.1",
        "libdb-5.3.so, libdb, 5.3",
        "libglib-2.0.so.0, libglib-2.0, 0",
        "libc.musl-x86_64.so.1, libc.musl-x86_64, 1",
        "libssl3.so, libssl3, ''"
    })
    void readsTheNamesOfFiles(String soname, String family, String version) {
        assertThat(SharedLibrary.ofSoname(soname, "source"))
                .contains(new SharedLibrary(family, version, soname, "source"));
    }

    @Test
    void takesARebuildForTheSameLibrary() {
        assertThat(LibraryChanges.between(deb("libssl3 openssl"), deb("libssl3t64 openssl")))
                .isEmpty();
    }

    @Test
    void namesTheNewestOfTheFamily() {
        assertThat(LibraryChanges.between(
                        deb("libicu67 icu", "libicu72 icu"), deb("libicu72 icu", "libicu76 icu", "libicu9 icu")))
                .extracting(
                        change -> change.gone().name(),
                        change -> change.successor().map(SharedLibrary::name).orElse(""))
                .containsExactly(org.assertj.core.groups.Tuple.tuple("libicu67", "libicu76"));
    }

    @Test
    void findsWhatWasRenamedByItsSource() {
        assertThat(LibraryChanges.between(
                        deb("libprocps8 procps", "libldap-2.4-2 openldap"),
                        deb("libproc2-0 procps", "libldap2 openldap")))
                .extracting(
                        change -> change.successor().map(SharedLibrary::name).orElse(""))
                .containsExactly("libldap2", "libproc2-0");
    }

    @Test
    void doesNotGuessAmongSeveral() {
        assertThat(LibraryChanges.between(deb("liba1 x"), deb("libb1 x", "libc1 x")))
                .extracting(change -> change.successor().isEmpty())
                .containsExactly(true);
    }

    @Test
    void comparesByTheNamesOfPackagesWhereOneListTellsNoSonames() {
        PackageList told = new PackageList(List.of(new InstalledPackage(
                PackageFormat.APK, "libssl3", "3.1-r0", "x86_64", "openssl", List.of("libssl.so.3"))));
        PackageList untold = new PackageList(
                List.of(new InstalledPackage(PackageFormat.APK, "libssl3", "3.1-r1", "x86_64", "openssl", List.of())));

        assertThat(LibraryChanges.between(told, untold)).isEmpty();
    }

    private static PackageList deb(String... packages) {
        return new PackageList(Arrays.stream(packages)
                .map(text -> text.split(" ", -1))
                .map(words -> new InstalledPackage(PackageFormat.DEB, words[0], "1", "amd64", words[1], List.of()))
                .toList());
    }
}
