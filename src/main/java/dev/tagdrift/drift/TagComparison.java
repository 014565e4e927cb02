package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Resolution;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Compares one locked tag with what its registry says. */
final class TagComparison {
    private final ImageUses uses;
    private final LockedImage locked;
    private final Resolution resolution;
    private final boolean complete;
    private final Optional<Descriptor> current;
    private final List<Finding> findings = new ArrayList<>();
    private final List<ResolutionFailure> failures = new ArrayList<>();

    TagComparison(ImageUses uses, LockedImage locked, Resolution resolution, boolean complete) {
        this.uses = uses;
        this.locked = locked;
        this.resolution = resolution;
        this.complete = complete;
        this.current = resolution.current().found();
    }

    Comparison compare() {
        resolution.remembered().keySet().stream().sorted().forEach(this::digest);
        resolution.current().failure().ifPresent(this::unanswered);
        if (moved() && !vanished(locked.digest())) {
            findings.add(tagMoved());
        }
        platforms();
        findings.addAll(Staleness.pins(uses, locked.digest(), complete));
        current.ifPresent(this::pinsBehind);
        return new Comparison(
                uses.name(),
                uses.all(),
                Optional.of(locked),
                current.map(Descriptor::digest),
                findings,
                failures.stream().distinct().toList());
    }

    /** Where every use is pinned, it is no matter to any of them where the tag goes. */
    private boolean followsTag() {
        return !uses.tagged().isEmpty();
    }

    private boolean moved() {
        return followsTag() && current.isPresent() && !current.get().digest().equals(locked.digest());
    }

    /** Tells what became of a digest that the tag does not name. */
    private void digest(Digest digest) {
        if (vanished(digest)) {
            List<ImageUse> needing = Stream.concat(
                            followsTag() && digest.equals(locked.digest()) ? uses.tagged().stream() : Stream.empty(),
                            Staleness.pinnedAt(uses, digest).stream())
                    .toList();
            findings.add(new DigestVanished(
                    uses.name(),
                    needing,
                    digest,
                    current,
                    Optional.of(locked).filter(entry -> entry.digest().equals(digest))));
        } else {
            remembered(digest).flatMap(Answer::failure).ifPresent(failures::add);
        }
    }

    private Optional<Answer<Descriptor>> remembered(Digest digest) {
        return Optional.ofNullable(resolution.remembered().get(digest));
    }

    private boolean vanished(Digest digest) {
        return remembered(digest)
                .flatMap(Answer::failure)
                .map(this::isKnownGone)
                .orElse(false);
    }

    /**
     * Whether a 404 means that the thing is gone. Registries answer so too where permission is missing, so something
     * else of the repository must have been told, or credentials accepted for it.
     */
    private boolean isKnownGone(ResolutionFailure failure) {
        boolean readable = current.isPresent()
                || resolution.remembered().values().stream()
                        .anyMatch(answer -> answer.found().isPresent());
        return failure instanceof NotFound notFound && notFound.said() && (notFound.authenticated() || readable);
    }

    private void unanswered(ResolutionFailure failure) {
        if (!isKnownGone(failure)) {
            failures.add(failure);
        } else if (followsTag() && !vanished(locked.digest())) {
            boolean exists = remembered(locked.digest()).flatMap(Answer::found).isPresent();
            findings.add(new TagVanished(uses.name(), uses.tagged(), locked, exists));
        }
    }

    private TagMoved tagMoved() {
        Optional<Snapshot> snapshot = resolution.moved().flatMap(Answer::found);
        return new TagMoved(
                uses.name(),
                uses.tagged(),
                !uses.pinned().isEmpty(),
                locked,
                current.orElseThrow(),
                snapshot.flatMap(now -> now.config().found()).flatMap(ImageConfig::created),
                snapshot.flatMap(this::release),
                snapshot.map(now -> PlatformChanges.between(locked, now, uses.wanted(), uses.required()))
                        .filter(changes -> !changes.isEmpty()));
    }

    /** The release of the images that changed: the one that is not locked, if any is; unknown if one is. */
    private Optional<OsRelease> release(Snapshot now) {
        if (now.releases().stream().anyMatch(Optional::isEmpty)) {
            return Optional.empty();
        }
        Optional<OsRelease> before = locked.os().flatMap(OsRelease::parse);
        return now.releases().stream()
                .flatMap(Optional::stream)
                .filter(release -> before.map(known -> !known.isSame(release)).orElse(true))
                .findFirst()
                .or(now::os);
    }

    /** A configured platform is missing in the image, or only in what the lockfile says of it. */
    private void platforms() {
        Optional<ResolvedImage> image = resolution
                .moved()
                .flatMap(Answer::found)
                .map(Snapshot::image)
                .or(() -> resolution.locked().flatMap(Answer::found));
        SortedSet<Platform> missing = new TreeSet<>();
        image.ifPresent(known -> missing.addAll(missing(known)));
        if (!missing.isEmpty()) {
            findings.add(new PlatformMissing(
                    uses.name(),
                    Staleness.needing(uses, missing),
                    missing,
                    image.orElseThrow().digest()));
        }
        SortedSet<Platform> uncovered = Staleness.uncovered(uses, locked);
        uncovered.removeAll(missing);
        if (!uncovered.isEmpty()) {
            findings.add(new Incomplete(uses.name(), Staleness.needing(uses, uncovered), uncovered));
            resolution
                    .locked()
                    .flatMap(Answer::failure)
                    .filter(failure -> !isKnownGone(failure))
                    .ifPresent(failures::add);
        }
    }

    private SortedSet<Platform> missing(ResolvedImage image) {
        return uses.required().stream()
                .filter(platform -> switch (image) {
                    case Index index -> index.forPlatform(platform).isEmpty();
                    case Single single ->
                        !singlePlatform().map(platform::accepts).orElse(true);
                })
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Optional<Platform> singlePlatform() {
        return resolution
                .moved()
                .flatMap(Answer::found)
                .flatMap(now -> now.config().found())
                .map(ImageConfig::platform);
    }

    /** A pin that is not the locked digest is told as such, and that is enough. */
    private void pinsBehind(Descriptor now) {
        Digest pin = locked.digest();
        if (uses.pins().contains(pin) && !pin.equals(now.digest()) && !vanished(pin)) {
            findings.add(new PinBehind(uses.name(), Staleness.pinnedAt(uses, pin), pin, now));
        }
    }
}
