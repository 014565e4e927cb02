package dev.tagdrift.cli;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.history.History;
import dev.tagdrift.history.HistoryReading;
import dev.tagdrift.history.HistoryReading.Absent;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Rejected;
import dev.tagdrift.history.HistoryStore;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.LockfileReading;
import dev.tagdrift.report.HistoryWording;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.Past;
import dev.tagdrift.source.FileHistory;
import dev.tagdrift.source.FileHistory.Revision;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Learns what is known of the time before a run, and keeps what the run has seen for the next. */
final class Remembering {
    private final Optional<String> file;
    private final Path workingDirectory;
    private final Instant now;
    private final Instant start;
    private final List<Message> messages = new ArrayList<>();

    Remembering(HistoryOptions options, Surroundings surroundings) throws Stop {
        if (options.days < 1) {
            throw new Stop(HistoryWording.badDays(options.days));
        }
        this.file = options.file;
        this.workingDirectory = surroundings.workingDirectory();
        this.now = surroundings.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        this.start = now.minus(Duration.ofDays(options.days));
    }

    Past past(Workspace workspace, List<Comparison> images) {
        History locks = locks(workspace);
        List<Sighting> seen =
                images.stream().flatMap(image -> sighting(image).stream()).toList();
        Optional<History> nights = file.flatMap(name -> nights(name, seen));
        return new Past(nights.orElse(History.EMPTY), locks, History.of(seen), now, nights.isPresent(), messages);
    }

    private Optional<Sighting> sighting(Comparison image) {
        return image.image() instanceof Tagged tagged
                ? image.current().map(digest -> sighting(tagged, digest, image))
                : Optional.empty();
    }

    /** The lockfile knows the facts of what it holds; of what is new, the finding does. */
    private Sighting sighting(Tagged tagged, Digest digest, Comparison image) {
        Optional<Sighting> locked = image.locked()
                .filter(entry -> entry.digest().equals(digest))
                .map(entry -> sighting(tagged, entry, now));
        Optional<Sighting> moved = image.findings().stream()
                .flatMap(finding -> finding instanceof TagMoved move ? Stream.of(move) : Stream.empty())
                .map(move -> new Sighting(tagged, digest, now, move.os(), move.built()))
                .findFirst();
        return locked.or(() -> moved)
                .orElseGet(() -> new Sighting(tagged, digest, now, Optional.empty(), Optional.empty()));
    }

    private static Sighting sighting(Tagged tagged, LockedImage locked, Instant when) {
        return new Sighting(tagged, locked.digest(), when, locked.os().flatMap(OsRelease::parse), locked.created());
    }

    /** What the file tells, with this run in it; empty if it cannot be used. */
    private Optional<History> nights(String name, List<Sighting> seen) {
        HistoryStore store = new HistoryStore(workingDirectory.resolve(name));
        HistoryReading reading = store.read();
        Optional<History> before = switch (reading) {
            case Absent absent -> Optional.of(History.EMPTY);
            case Present present -> {
                present.cutLines().forEach(line -> messages.add(HistoryWording.cutLine(name, line)));
                yield Optional.of(present.history());
            }
            case Rejected rejected -> {
                messages.add(HistoryWording.unusable(name, rejected));
                yield Optional.empty();
            }
        };
        before.ifPresent(history -> keep(store, name, seen));
        return before.map(history -> history.with(seen).since(start));
    }

    private void keep(HistoryStore store, String name, List<Sighting> seen) {
        try {
            store.record(seen, start);
        } catch (IOException e) {
            messages.add(HistoryWording.notWritten(name, Reasons.ofWriting(e)));
        }
    }

    /** What the lockfile said at each time, as git tells; a revision that cannot be read is passed over. */
    private History locks(Workspace workspace) {
        FileHistory git = FileHistory.of(workspace.store().file(), start);
        List<Revision> revisions = git.revisions();
        History locks =
                History.of(revisions.stream().flatMap(Remembering::locked).toList());
        Optional<Instant> oldest = revisions.stream().findFirst().map(Revision::when);
        if (git.shallow()) {
            messages.add(HistoryWording.shallow(workspace.lockfile().path(), oldest));
        }
        // Of what stood there already when git's memory begins, nobody knows since when.
        return revisions.stream().allMatch(Revision::exact)
                ? locks
                : History.of(locks.sightings().stream()
                        .filter(lock -> lock.when().isAfter(oldest.orElse(start)))
                        .toList());
    }

    private static Stream<Sighting> locked(Revision revision) {
        return LockfileReading.of(revision.content()) instanceof LockfileReading.Present present
                ? present.lockfile().images().entrySet().stream()
                        .map(image -> sighting(image.getKey(), image.getValue(), revision.when()))
                : Stream.empty();
    }
}
