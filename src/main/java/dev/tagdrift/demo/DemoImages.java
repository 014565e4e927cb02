package dev.tagdrift.demo;

import dev.tagdrift.image.Platform;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The images of the demo: one tag before and after it moves from one Debian release to the next. They are made up. */
public final class DemoImages {
    /** The repository of the tag, as a registry knows it. */
    public static final String REPOSITORY = "library/python";

    /** The tag that moves. */
    public static final String TAG = "3.12-slim";

    /** Packages that both releases have, in their versions. */
    private static final Map<String, String> BULLSEYE = Map.of(
            "base-files", "11.1+deb11u7",
            "ca-certificates", "20210119",
            "libc6", "2.31-13+deb11u6",
            "libffi7", "3.3-6",
            "libssl1.1", "1.1.1n-0+deb11u4",
            "openssl", "1.1.1n-0+deb11u4",
            "zlib1g", "1:1.2.11.dfsg-2+deb11u2");

    private static final Map<String, String> BOOKWORM = Map.of(
            "base-files", "12.4",
            "ca-certificates", "20230311",
            "libc6", "2.36-9",
            "libffi8", "3.4.4-1",
            "libssl3", "3.0.9-1",
            "openssl", "3.0.9-1",
            "zlib1g", "1:1.2.13.dfsg-1");

    private DemoImages() {}

    /** What the tag names first. */
    public static SyntheticImage bullseye() {
        return image("11", "bullseye", Instant.parse("2023-05-23T09:12:44Z"), BULLSEYE);
    }

    /** What the tag names then. */
    public static SyntheticImage bookworm() {
        return image("12", "bookworm", Instant.parse("2023-06-14T18:02:31Z"), BOOKWORM);
    }

    private static SyntheticImage image(String version, String codename, Instant built, Map<String, String> packages) {
        byte[] root = root(version, codename, packages);
        List<ImageRecipe> recipes = Stream.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64)
                .map(platform -> ImageRecipe.of(platform)
                        .builtAt(built)
                        .withVariable("PYTHON_VERSION", "3.12.0")
                        .withLayer(root, Packing.GZIP, "ADD the root of Debian " + version)
                        .withLayer(
                                new RootTar()
                                        .file("usr/local/bin/python3", platform.toString())
                                        .bytes(),
                                Packing.GZIP,
                                "RUN make install"))
                .toList();
        return SyntheticImage.attestedIndex(Format.OCI, recipes);
    }

    private static byte[] root(String version, String codename, Map<String, String> packages) {
        String release = "ID=debian\nVERSION_ID=\"%s\"\nVERSION_CODENAME=%s\n".formatted(version, codename);
        return new RootTar()
                .link("etc/os-release", "../usr/lib/os-release")
                .file("usr/lib/os-release", release)
                .file("var/lib/dpkg/status", status(packages))
                .bytes();
    }

    private static String status(Map<String, String> packages) {
        return new TreeMap<>(packages)
                .entrySet().stream()
                        .map(entry -> """
                                Package: %s
                                Status: install ok installed
                                Architecture: amd64
                                Version: %s

                                """.formatted(entry.getKey(), entry.getValue()))
                        .collect(Collectors.joining());
    }
}
