package dev.tagdrift.testing;

import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Platform;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Images on a release of Debian, with what its package manager installed. */
public final class Debian {
    private Debian() {}

    /** On bullseye; packages are written {@code name=version}. */
    public static SyntheticImage bullseye(String salt, String... packages) {
        return image("11", "bullseye", salt, packages);
    }

    /** On bookworm; packages are written {@code name=version}. */
    public static SyntheticImage bookworm(String salt, String... packages) {
        return image("12", "bookworm", salt, packages);
    }

    /** On trixie; packages are written {@code name=version}. */
    public static SyntheticImage trixie(String salt, String... packages) {
        return image("13", "trixie", salt, packages);
    }

    private static SyntheticImage image(String version, String codename, String salt, String... packages) {
        byte[] root = new RootTar()
                .file("etc/os-release", "ID=debian\nVERSION_ID=%s\nVERSION_CODENAME=%s\n".formatted(version, codename))
                .file(
                        "var/lib/dpkg/status",
                        Arrays.stream(packages).map(Debian::installed).collect(Collectors.joining()))
                .bytes();
        byte[] own = new RootTar().file("salt", salt).bytes();
        return SyntheticImage.single(ImageRecipe.of(Platform.LINUX_AMD64)
                .builtAt(Images.CREATED)
                .withLayer(root, "COPY root / # buildkit")
                .withLayer(own, "COPY salt / # buildkit"));
    }

    private static String installed(String named) {
        String[] parts = named.split("=", 2);
        return "Package: %s\nStatus: install ok installed\nArchitecture: amd64\nVersion: %s\n\n"
                .formatted(parts[0], parts[1]);
    }
}
