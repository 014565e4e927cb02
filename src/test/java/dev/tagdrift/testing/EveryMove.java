package dev.tagdrift.testing;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Departure;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.PlatformChanges;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Explanations;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.ImageUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Tags that left what is locked or pinned for each cause there is, alone and together, with what was explained. */
final class EveryMove {
    private static final LockedImage LOCKED = Locked.of(Resolved.index("locked"));
    private static final String TRIXIE = "debian 13 (trixie)";

    private final UnaryOperator<String> stranger;
    private final Explained explained;
    private final List<Comparison> images = new ArrayList<>();
    private final Map<Departure, Outcome> outcomes = new LinkedHashMap<>();

    EveryMove(UnaryOperator<String> stranger) {
        this.stranger = stranger;
        this.explained = new Explained(stranger);
        moved("alpine:edge", TRIXIE, Cause.OS_RELEASE);
        moved("haproxy:3", Locked.OS, Cause.PACKAGES, "haproxy");
        moved("httpd:2.4", Locked.OS, Cause.LIBRARIES);
        moved("memcached:1", Locked.OS, this::unread);
        moved("mongo:8", Locked.OS, departure -> new Outcome.Broken(stranger.apply("out of memory")));
        moved("mysql:8", TRIXIE, Cause.OS_RELEASE, "libicu72");
        moved("nextcloud:30", Locked.OS, Cause.PACKAGES, "curl", "git");
        moved("node:lts", Locked.OS, Cause.MAJOR_VERSION);
        moved("postgres:16", TRIXIE, Cause.OS_RELEASE);
        moved("python:3.12-slim", TRIXIE, Cause.OS_RELEASE);
        moved("registry:3", Locked.OS, Cause.REBUILD);
        moved("solr:9", Locked.OS, Cause.UNKNOWN);
        moved("tomcat:11", Locked.OS, Cause.UNKNOWN);
        moved("traefik:3", Locked.OS, Cause.REBUILD);
        moved("varnish:7", Locked.OS, Cause.PACKAGES);
        notForYou("redis:7");
        pinBehind("php:8");
        gone("golang:1.22");
    }

    List<Comparison> images() {
        return List.copyOf(images);
    }

    Explanations explanations() {
        return new Explanations(outcomes);
    }

    private List<ImageUse> uses(String image) {
        String folder = image.substring(0, image.indexOf(':'));
        return Arrays.asList(
                Uses.at(stranger.apply(folder + "/Dockerfile"), 1, image),
                Uses.at(stranger.apply("all/Dockerfile"), folder.length(), image));
    }

    private void moved(String image, String os, Cause cause, String... packages) {
        moved(image, os, departure -> explained(cause, departure, packages));
    }

    private Outcome explained(Cause cause, Departure departure, String... packages) {
        return new Outcome.Explained(explained.of(cause, departure, packages));
    }

    private Outcome unread(Departure departure) {
        return new Outcome.Unread(
                departure.image(),
                new ResolutionFailure.Unreachable(
                        "docker.io", ResolutionFailure.Unreachable.Obstacle.REFUSED, stranger.apply("refused")));
    }

    private void moved(String image, String os, Function<Departure, Outcome> outcome) {
        add(moved(image, os, new PlatformChanges(amd64(), new TreeSet<>())), outcome);
    }

    private void notForYou(String image) {
        add(
                moved(image, TRIXIE, new PlatformChanges(new TreeSet<>(), amd64())),
                departure -> explained(Cause.OTHER_PLATFORMS, departure));
    }

    private static SortedSet<Platform> amd64() {
        return new TreeSet<>(List.of(Platform.LINUX_AMD64));
    }

    private Finding moved(String image, String os, PlatformChanges platforms) {
        return new Finding.TagMoved(
                Uses.tag(image),
                uses(image),
                false,
                LOCKED,
                Resolved.index(image).descriptor(),
                Optional.of(Resolved.CREATED),
                OsRelease.parse(os),
                Optional.of(platforms));
    }

    private void pinBehind(String image) {
        Finding behind = new Finding.PinBehind(
                Uses.tag(image),
                uses(image),
                Resolved.digest("pin"),
                Resolved.index(image).descriptor());
        add(behind, departure -> explained(Cause.PACKAGES, departure));
    }

    private void gone(String image) {
        Finding gone = new Finding.DigestVanished(
                Uses.tag(image),
                uses(image),
                LOCKED.digest(),
                Optional.of(Resolved.index(image).descriptor()),
                Optional.of(LOCKED));
        add(gone, departure -> new Outcome.Explained(explained.lockedGone(departure)));
    }

    private void add(Finding finding, Function<Departure, Outcome> outcome) {
        Departure departure = finding.departure().orElseThrow();
        outcomes.put(departure, outcome.apply(departure));
        images.add(new Comparison(
                finding.image(),
                finding.uses(),
                Optional.of(LOCKED),
                Optional.of(departure.to()),
                List.of(finding),
                List.of()));
    }
}
