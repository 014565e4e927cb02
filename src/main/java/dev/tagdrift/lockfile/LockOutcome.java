package dev.tagdrift.lockfile;

import static java.util.Objects.requireNonNull;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockChange.Added;
import dev.tagdrift.lockfile.LockChange.Completed;
import dev.tagdrift.lockfile.LockChange.Kept;
import dev.tagdrift.lockfile.LockChange.Moved;
import dev.tagdrift.lockfile.LockChange.Removed;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.lockfile.Step.Ask;
import dev.tagdrift.lockfile.Step.Keep;
import dev.tagdrift.lockfile.Step.Remove;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotQuestion;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;

/**
 * A plan, carried out with the registries' answers. Pure.
 *
 * @param changes what happened to each entry, by name
 * @param singles the platform of each image without an index that was read
 */
public record LockOutcome(SortedMap<Tagged, LockChange> changes, SortedMap<Tagged, Platform> singles) {
    /** Copies the map. */
    public LockOutcome {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
        singles = Collections.unmodifiableSortedMap(new TreeMap<>(singles));
    }

    /** Carries the steps out. Every question of an {@link Ask} has its answer. */
    public static LockOutcome of(
            SortedMap<Tagged, Step> plan, Map<SnapshotQuestion, Answer<Optional<Snapshot>>> answers) {
        SortedMap<Tagged, LockChange> changes = new TreeMap<>();
        SortedMap<Tagged, Platform> singles = new TreeMap<>();
        plan.forEach((name, step) -> changes.put(
                name,
                switch (step) {
                    case Keep(LockedImage image) -> new Kept(image);
                    case Remove(LockedImage image) -> new Removed(image);
                    case Ask ask -> {
                        Answer<Optional<Snapshot>> answer = requireNonNull(answers.get(ask.question()));
                        single(answer).ifPresent(platform -> singles.put(name, platform));
                        yield change(ask, answer);
                    }
                }));
        return new LockOutcome(changes, singles);
    }

    private static Optional<Platform> single(Answer<Optional<Snapshot>> answer) {
        return answer.found()
                .flatMap(snapshot -> snapshot)
                .filter(snapshot -> snapshot.image() instanceof Single)
                .flatMap(snapshot -> snapshot.config().found())
                .map(ImageConfig::platform);
    }

    /** The lockfile that comes of it. */
    public Lockfile lockfile() {
        SortedMap<Tagged, LockedImage> images = new TreeMap<>();
        changes.forEach((name, change) -> change.locked().ifPresent(image -> images.put(name, image)));
        return new Lockfile(images);
    }

    private static LockChange change(Ask ask, Answer<Optional<Snapshot>> answer) {
        return switch (answer) {
            case Failed<Optional<Snapshot>>(ResolutionFailure reason) ->
                new Unresolved(ask.question().reference(), ask.before(), reason, ask.essential());
            case Found<Optional<Snapshot>>(Optional<Snapshot> snapshot) -> {
                Optional<LockedImage> after = snapshot.map(fresh -> lock(fresh, ask));
                yield change(ask.before(), after.or(ask::before).orElseThrow());
            }
        };
    }

    private static LockChange change(Optional<LockedImage> before, LockedImage after) {
        if (before.isEmpty()) {
            return new Added(after);
        }
        if (before.get().equals(after)) {
            return new Kept(after);
        }
        return before.get().digest().equals(after.digest()) ? new Completed(after) : new Moved(before.get(), after);
    }

    /** Facts of a digest stay true of it, so those that are known of the same one are kept. */
    private static LockedImage lock(Snapshot snapshot, Ask ask) {
        Optional<LockedImage> known = ask.before()
                .filter(image -> image.digest().equals(snapshot.image().digest()));
        return new LockedImage(
                snapshot.image().digest(),
                snapshot.image().descriptor().mediaType(),
                snapshot.os().map(OsRelease::toString).or(() -> known.flatMap(LockedImage::os)),
                snapshot.config().found().flatMap(ImageConfig::created).or(() -> known.flatMap(LockedImage::created)),
                switch (snapshot.image()) {
                    case Single single -> new TreeMap<>();
                    case Index index -> platforms(index, ask.wanted(), known);
                });
    }

    /** Where the image has none of the wanted platforms, what is recorded of it is true still. */
    private static SortedMap<Platform, Digest> platforms(
            Index index, SortedSet<Platform> wanted, Optional<LockedImage> known) {
        SortedMap<Platform, Digest> platforms = new TreeMap<>();
        for (Platform platform : wanted) {
            index.forPlatform(platform)
                    .forEach(entry -> platforms.putIfAbsent(
                            recorded(entry.platform()), entry.manifest().digest()));
        }
        return platforms.isEmpty() ? known.map(LockedImage::platforms).orElse(platforms) : platforms;
    }

    /** An index may hold any version of an OS, the lockfile only one that it can be read with again. */
    private static Platform recorded(Platform platform) {
        return Platform.parse(platform.toString()).equals(Optional.of(platform))
                ? platform
                : new Platform(platform.os(), platform.architecture(), platform.variant(), "");
    }
}
