package dev.tagdrift.testing;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Departure;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.drift.PlatformChanges;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.history.History;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Explanations;
import dev.tagdrift.report.LockfilePlace;
import dev.tagdrift.report.Past;
import dev.tagdrift.report.Report;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.ScannedFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A report of many images after two years of nights, in which they moved as the Docker official images really did. */
public final class Fleet {
    private static final Path MOVES = Path.of("src/test/resources/history/official-tags.tsv");
    private static final Instant NOW = Instant.parse("2025-08-31T03:00:00Z");
    private static final Instant START = NOW.minus(Duration.ofDays(730));
    private static final List<String> TAGS = List.of(
            "python:3.12-slim",
            "postgres:15",
            "ruby:3.2",
            "golang:1",
            "node:20-slim",
            "nginx:latest",
            "php:8.2-fpm",
            "python:3.11-slim");

    /** How many digests ago each was locked: some lately, some are still. */
    private static final int[] BEHIND = {1, 2, 1, 3, 1, 0, 1, 4};

    private final List<Comparison> images = new ArrayList<>();
    private final List<Sighting> nights = new ArrayList<>();
    private final List<Sighting> locks = new ArrayList<>();
    private final Map<Departure, Outcome> explanations = new HashMap<>();

    private Fleet() {}

    /** A report of so many images. */
    public static Report of(int number) {
        Fleet fleet = new Fleet();
        List<ImageUse> uses =
                IntStream.range(0, number).boxed().flatMap(fleet::add).toList();
        fleet.images.sort(
                (one, other) -> one.image().toString().compareTo(other.image().toString()));
        return new Report(
                LockfilePlace.usual("lockfiles/base-images.lock.json"),
                true,
                false,
                true,
                new Inventory(List.of(new ScannedFile("Dockerfile", uses, List.of())), true, List.of()),
                fleet.images,
                new Judge(FailOn.DIGEST),
                new TreeMap<>(),
                new Past(History.of(fleet.nights), History.of(fleet.locks), History.EMPTY, NOW, true, List.of()),
                new Explanations(fleet.explanations));
    }

    private Stream<ImageUse> add(int number) {
        String real = TAGS.get(number % TAGS.size());
        int copy = number / TAGS.size();
        Tagged image = Uses.tag(copy == 0 ? real : "registry.example.com/mirror-" + copy + "/" + real);
        List<Sighting> seen = History.of(seen(real, image)).of(image);
        int behind = BEHIND[number % BEHIND.length];
        Sighting locked = seen.get(seen.size() - 1 - behind);
        nights.addAll(seen);
        seen.stream()
                .limit(seen.size() - behind)
                .filter(sighting -> sighting.equals(locked) || seen.indexOf(sighting) % 5 == 0)
                .map(sighting -> sighting.at(sighting.when().plus(Duration.ofHours(6))))
                .forEach(locks::add);
        List<ImageUse> uses = List.of(
                Uses.at("services/team-" + (number % 12) + "/Dockerfile", 1 + number % 7, image.familiar()),
                Uses.at("jobs/nightly-" + number + "/Dockerfile", 3, image.familiar()));
        images.add(compared(image, uses, locked, seen.getLast()));
        return uses.stream();
    }

    private Comparison compared(Tagged image, List<ImageUse> uses, Sighting locked, Sighting current) {
        LockedImage entry = new LockedImage(
                locked.digest(),
                MediaType.OCI_INDEX,
                locked.os().map(OsRelease::toString),
                locked.created(),
                new TreeMap<>());
        if (locked.equals(current)) {
            return new Comparison(image, uses, Optional.of(entry), Optional.of(current.digest()), List.of(), List.of());
        }
        Finding moved = new Finding.TagMoved(
                image,
                uses,
                false,
                entry,
                new Descriptor(current.digest(), MediaType.OCI_INDEX),
                current.created(),
                current.os(),
                Optional.of(new PlatformChanges(new TreeSet<>(List.of(Platform.LINUX_AMD64)), new TreeSet<>())));
        explanations.put(moved.departure().orElseThrow(), new Outcome.Explained(SlimImages.move(locked, current)));
        return new Comparison(
                image, uses, Optional.of(entry), Optional.of(current.digest()), List.of(moved), List.of());
    }

    private static List<Sighting> seen(String real, Tagged image) {
        try {
            return Files.readAllLines(MOVES).stream()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split("\t", -1))
                    .filter(columns -> columns[1].equals(real))
                    .map(columns -> seen(image, Instant.parse(columns[0] + "T03:00:00Z"), columns))
                    .filter(sighting -> sighting.when().isAfter(START))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Sighting seen(Tagged image, Instant when, String... columns) {
        Optional<OsRelease> os = Stream.of("11 (bullseye)", "12 (bookworm)", "13 (trixie)")
                .filter(release -> columns[3].contains(release.replaceAll("[^a-z]", "")))
                .findFirst()
                .flatMap(release -> OsRelease.parse("debian " + release));
        return new Sighting(
                image,
                Resolved.digest(image + columns[2] + columns[3]),
                when,
                os,
                Optional.of(when.minus(Duration.ofHours(5))));
    }
}
