package dev.tagdrift.testing;

import dev.tagdrift.drift.Departure;
import dev.tagdrift.explain.Cause;
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
import dev.tagdrift.explain.Software;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/** Explanations of each cause, as values and without images. */
public final class Explained {
    private static final PlatformChanges PLATFORMS = new PlatformChanges(
            new TreeSet<>(), new TreeSet<>(), new TreeSet<>(List.of(Platform.LINUX_AMD64)), new TreeSet<>());

    /** Puts a text of the caller in the place of one that a stranger can choose. */
    private final UnaryOperator<String> stranger;

    /** In which this stands wherever somebody had a say who makes images. */
    public Explained(UnaryOperator<String> stranger) {
        this.stranger = stranger;
    }

    /**
     * What changed where a tag moved for this cause.
     *
     * @param more packages that are there in another version too
     */
    public Explanation of(Cause cause, Departure departure, String... more) {
        return switch (cause) {
            case OS_RELEASE -> release(departure, more);
            case MAJOR_VERSION -> onOneRelease(departure, "20.19.4", "22.18.0", same());
            case LIBRARIES ->
                onOneRelease(
                        departure,
                        "2.4.62",
                        "2.4.62",
                        compared(packages("2.1", "libpcre3", "apache2"), packages("2.1", "libpcre2-8-0", "apache2")));
            case PACKAGES ->
                onOneRelease(
                        departure,
                        "3.2.1",
                        "3.2.1",
                        compared(
                                packages("3.0.15-1", with(more, "openssl")),
                                packages("3.0.17-1", with(more, "openssl"))));
            case UNKNOWN -> onOneRelease(departure, "1.0.0", "1.0.0", unreadable());
            case REBUILD -> onOneRelease(departure, "1.0.0", "1.0.0", same());
            case OTHER_PLATFORMS -> onOneRelease(departure, "1.0.0", "1.0.0", untouched());
            case UNCHANGED -> throw new IllegalArgumentException("nothing moved");
        };
    }

    private Explanation release(Departure departure, String... more) {
        return explanation(
                departure,
                side(departure.from(), "debian 12 (bookworm)", "3.12.3"),
                side(departure.to(), "debian 13 (trixie)", "3.12.4"),
                compared(
                        packages("3.0.15-1", with(more, "libssl3", "libffi8")),
                        packages("3.5.1-1", with(more, "libssl4", "libffi8"))));
    }

    private Content same() {
        return compared(packages("1.0", "zlib1g"), packages("1.0", "zlib1g"));
    }

    private Content unreadable() {
        return compared(
                packages("1.0", "zlib1g"),
                new PackageReading.NotReadable(stranger.apply("var/lib/dpkg/status"), PackageReading.Flaw.MALFORMED));
    }

    private static Content untouched() {
        return new Content.Compared(
                true,
                List.of(),
                new LayerChanges(5, 5, 5, 29_100_000, 29_100_000),
                new PackageComparison(new PackageReading.NoneRecorded(), new PackageReading.NoneRecorded()));
    }

    /** The locked image is gone, and the current one is on another release. */
    public Explanation lockedGone(Departure departure) {
        return explanation(
                departure,
                side(departure.from(), "debian 12 (bookworm)", "1.22.1"),
                side(departure.to(), "debian 13 (trixie)", "1.22.2"),
                new Content.LockedGone());
    }

    private static Explanation explanation(Departure departure, Side locked, Side current, Content content) {
        return new Explanation(
                Platform.LINUX_AMD64,
                locked,
                current,
                content,
                PLATFORMS,
                Optional.of(Uses.tag(departure.image().familiar() + "-trixie")));
    }

    private static Explanation onOneRelease(Departure departure, String before, String now, Content content) {
        return explanation(
                departure,
                side(departure.from(), "debian 12 (bookworm)", before),
                side(departure.to(), "debian 12 (bookworm)", now),
                content);
    }

    private static Side side(Digest digest, String os, String version) {
        return new Side(
                digest,
                Optional.of(Resolved.CREATED),
                OsRelease.parse(os),
                Optional.of(new Software("TOOL_VERSION", version)));
    }

    private Content compared(PackageReading locked, PackageReading current) {
        return new Content.Compared(
                false,
                List.of(new ConfigChange(
                        ConfigChange.Setting.LABEL,
                        stranger.apply("org.example.note"),
                        Optional.empty(),
                        Optional.of(stranger.apply("a note")))),
                new LayerChanges(0, 5, 5, 29_100_000, 30_500_000),
                new PackageComparison(locked, current));
    }

    private static String[] with(String[] names, String... others) {
        List<String> all = new ArrayList<>(List.of(others));
        all.addAll(List.of(names));
        return all.toArray(String[]::new);
    }

    /** One that a stranger named, too. */
    private PackageReading packages(String version, String... names) {
        List<InstalledPackage> packages = new ArrayList<>(
                Arrays.stream(names).map(name -> installed(name, version)).toList());
        packages.add(installed(stranger.apply("tzdata"), stranger.apply("2025b") + version));
        return new PackageReading.Found(new PackageList(packages), PackageReading.Source.RECORDED);
    }

    private static InstalledPackage installed(String name, String version) {
        return new InstalledPackage(PackageFormat.DEB, name, version, "amd64", name, List.of());
    }
}
