package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of dpkg's record. */
class DpkgStatusTest {
    @Test
    void readsARecordOfDebian() {
        assertThat(Recorded.packages(Recorded.DPKG, Recorded.file("bullseye.status")))
                .extracting(Recorded::words)
                .containsExactly(
                        "base-files 11.1+deb11u11 amd64",
                        "bash 5.1-2+deb11u1 amd64",
                        "libc6 2.31-13+deb11u11 amd64 from glibc",
                        "libffi7 3.3-6 amd64 from libffi",
                        "libgcc-s1 10.2.1-6 amd64 from gcc-10",
                        "libicu67 67.1-7 amd64 from icu",
                        "libpcre2-8-0 10.36-2+deb11u1 amd64 from pcre2",
                        "libpcre3 2:8.39-13 amd64 from pcre3",
                        "libsemanage1 3.1-1+b2 amd64 from libsemanage",
                        "libssl1.1 1.1.1w-0+deb11u1 amd64 from openssl",
                        "libxml2 2.9.10+dfsg-6.7+deb11u4 amd64",
                        "openssl 1.1.1w-0+deb11u1 amd64",
                        "tzdata 2024a-0+deb11u1 all");
    }

    @Test
    void leavesOutWhatIsNotThere() {
        String status = """
                Package: here
                Status: install ok installed
                Architecture: amd64
                Version: 1.0

                Package: configured-once
                Status: deinstall ok config-files
                Version: 1.0

                Package: never
                Status: unknown ok not-installed

                Package: waiting
                Status: install ok triggers-awaited
                Version: 2.0""";

        assertThat(Recorded.packages(Recorded.DPKG, bytes(status)))
                .extracting(Recorded::words)
                .containsExactly("here 1.0 amd64", "waiting 2.0");
    }

    @Test
    void readsTheSourceWithoutItsVersion() {
        String status =
                "Package: libgcc-s1\nSource: gcc-10 (10.2.1-6)\nVersion: 10.2.1-6\nDescription: a\n Version: 9\n";

        assertThat(Recorded.packages(Recorded.DPKG, bytes(status)))
                .extracting(Recorded::words)
                .containsExactly("libgcc-s1 10.2.1-6 from gcc-10");
    }

    @Test
    void unitesTheFilesOfAnImageWithoutAShell() {
        Map<String, byte[]> files = Map.of(
                "var/lib/dpkg/status.d/libssl3", bytes("Package: libssl3\nVersion: 3.0.9-1\nArchitecture: amd64\n"),
                "var/lib/dpkg/status.d/libssl3.md5sums", bytes("0123  usr/lib/libssl.so.3\n"),
                "var/lib/dpkg/status.d/tzdata", bytes("Package: tzdata\nVersion: 2024a\nArchitecture: all\n"));

        assertThat(Recorded.packages(files))
                .extracting(Recorded::words)
                .containsExactly("libssl3 3.0.9-1 amd64", "tzdata 2024a all");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Package: a\n",
                "Version: 1\n",
                "Package: a\nVersion:\n",
                "Package: a\nVersion: 1\nPackage: b\n",
                "Package: a\nVersion: \u001b[31m1\n",
                "Package: a\nVersion: 1 2\n",
                "no colon\n",
                "\u0000\u0000\u0000"
            })
    void saysThatItMakesNoSense(String status) {
        assertThat(PackageDatabases.read(Map.of(Recorded.DPKG, bytes(status))))
                .isEqualTo(new NotReadable(Recorded.DPKG, Flaw.MALFORMED));
    }

    @Test
    void knowsAnEmptyRecordFromAListOfPackages() {
        assertThat(PackageDatabases.read(Map.of(Recorded.DPKG, new byte[0])))
                .isEqualTo(new PackageReading.NoneRecorded());
        assertThat(PackageDatabases.read(Map.of())).isEqualTo(new PackageReading.NoneRecorded());
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
