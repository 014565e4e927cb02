package dev.tagdrift.testing;

import dev.tagdrift.explain.ConfigChange;
import dev.tagdrift.explain.Content;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LayerChanges;
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.PackageFormat;
import dev.tagdrift.explain.PackageList;
import dev.tagdrift.explain.PackageReading;
import dev.tagdrift.explain.PlatformChanges;
import dev.tagdrift.explain.Side;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Explanations as long as real ones are, with the packages of a slim image of Debian. */
public final class SlimImages {
    private static final List<String> PACKAGES = List.of(
            "apt",
            "base-files",
            "bash",
            "bsdutils",
            "ca-certificates",
            "coreutils",
            "dash",
            "debconf",
            "dpkg",
            "findutils",
            "gpgv",
            "grep",
            "gzip",
            "libc-bin",
            "libc6",
            "libgnutls30",
            "libpam-modules",
            "libsqlite3-0",
            "libsystemd0",
            "libtasn1-6",
            "login",
            "mount",
            "openssl",
            "passwd",
            "perl-base",
            "sed",
            "tar",
            "tzdata",
            "util-linux",
            "zlib1g");

    private SlimImages() {}

    /** What changed between two digests of a tag: libraries only where the release did. */
    public static Explanation move(Sighting locked, Sighting current) {
        boolean release = !locked.os().equals(current.os());
        TreeSet<Platform> rebuilt = new TreeSet<>(List.of(Platform.LINUX_AMD64));
        return new Explanation(
                Platform.LINUX_AMD64,
                side(locked),
                side(current),
                new Content.Compared(
                        false,
                        List.of(new ConfigChange(
                                ConfigChange.Setting.ENVIRONMENT,
                                "GPG_KEY",
                                Optional.of("7169605F62C751356D054A26A821E680E5FA6305"),
                                Optional.empty())),
                        new LayerChanges(0, 4, 4, 45_100_000, 44_300_000),
                        new PackageComparison(
                                packages("deb12u" + locked.when().getEpochSecond() % 7, "libicu72", "libldap-2.5-0"),
                                release
                                        ? packages("deb13u1", "libicu76", "libldap2")
                                        : packages("deb12u9", "libicu72", "libldap-2.5-0"))),
                new PlatformChanges(new TreeSet<>(), new TreeSet<>(), rebuilt, new TreeSet<>()),
                Optional.empty());
    }

    private static Side side(Sighting sighting) {
        return new Side(sighting.digest(), sighting.created(), sighting.os(), Optional.empty());
    }

    private static PackageReading packages(String suffix, String... libraries) {
        return new PackageReading.Found(
                new PackageList(Stream.concat(PACKAGES.stream(), Stream.of(libraries))
                        .map(name -> new InstalledPackage(
                                PackageFormat.DEB, name, "2.36-9+" + suffix, "amd64", name, List.of()))
                        .toList()),
                new PackageReading.Source.Recorded());
    }
}
