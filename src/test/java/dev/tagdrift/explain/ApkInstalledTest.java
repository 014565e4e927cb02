package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of apk's record. */
class ApkInstalledTest {
    @Test
    void readsPackagesWithTheirLibraries() {
        assertThat(Recorded.packages(Recorded.APK, Recorded.file("alpine-3.16.installed")))
                .containsExactly(
                        apk("libcrypto1.1", "1.1.1t-r1", "openssl", "libcrypto.so.1.1"),
                        apk("libssl1.1", "1.1.1t-r1", "openssl", "libssl.so.1.1"),
                        apk("musl", "1.2.3-r3", "musl", "libc.musl-x86_64.so.1"),
                        apk("zlib", "1.2.12-r3", "zlib", "libz.so.1"));
    }

    @Test
    void prefersTheRecordThatIsInUse() {
        Map<String, byte[]> files = Map.of(
                Recorded.APK,
                Recorded.file("alpine-3.16.installed"),
                "usr/lib/apk/db/installed",
                "P:zlib\nV:1.3.1-r2\nA:x86_64\n".getBytes(StandardCharsets.UTF_8));

        assertThat(PackageDatabases.read(files))
                .isEqualTo(PackageReading.of(
                        new PackageList(List.of(new InstalledPackage(
                                PackageFormat.APK, "zlib", "1.3.1-r2", "x86_64", "zlib", List.of()))),
                        new PackageReading.Source.Recorded()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"P:zlib\n", "V:1.0-r0\n", "zlib 1.0", "P:zlib\nV:1.0-r0\np:so:=1", "P:z lib\nV:1\n"})
    void saysThatItMakesNoSense(String installed) {
        assertThat(PackageDatabases.read(Map.of(Recorded.APK, installed.getBytes(StandardCharsets.UTF_8))))
                .isEqualTo(new NotReadable(Recorded.APK, Flaw.MALFORMED));
    }

    private static InstalledPackage apk(String name, String version, String source, String soname) {
        return new InstalledPackage(PackageFormat.APK, name, version, "x86_64", source, List.of(soname));
    }
}
