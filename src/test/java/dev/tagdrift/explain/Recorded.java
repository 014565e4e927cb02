package dev.tagdrift.explain;

import static java.util.Objects.requireNonNull;

import dev.tagdrift.explain.PackageReading.Found;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Records of packages that real package managers wrote. */
final class Recorded {
    static final String DPKG = "var/lib/dpkg/status";
    static final String APK = "lib/apk/db/installed";

    private Recorded() {}

    /** A file of the test resources. */
    static byte[] file(String name) {
        try (InputStream file = requireNonNull(Recorded.class.getResourceAsStream("/packages/" + name), name)) {
            return name.endsWith(".gz") ? new GZIPInputStream(file).readAllBytes() : file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is read out of a file that stands at a path of an image. */
    static List<InstalledPackage> packages(String path, byte[] file) {
        return packages(Map.of(path, file));
    }

    static List<InstalledPackage> packages(Map<String, byte[]> files) {
        return found(PackageDatabases.read(files)).packages();
    }

    /** What is read out of the resource of that name. */
    static PackageList list(String path, String resource) {
        return found(PackageDatabases.read(Map.of(path, file(resource))));
    }

    static PackageList found(PackageReading reading) {
        return switch (reading) {
            case Found(PackageList packages, var source) -> packages;
            case PackageReading other -> throw new AssertionError(other);
        };
    }

    /** In few words: {@code bash 5.1-2 amd64}, with the source where it has another name. */
    static String words(InstalledPackage one) {
        String source = one.source().equals(one.name()) ? "" : " from " + one.source();
        return (one.name() + " " + one.version() + " " + one.architecture()).strip() + source;
    }
}
