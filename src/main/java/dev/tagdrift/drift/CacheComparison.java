package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.BuiltHere;
import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.ImageUse;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Adds what the local engine would build from to what is known of each image. Pure but for the question it is given. */
public final class CacheComparison {
    private CacheComparison() {}

    /**
     * Compares what the engine holds with what is locked. What it does not hold it would pull, and that is compared
     * already; a pin is no matter, since a build takes the pinned digest or none.
     *
     * @param images as files, lockfile and registries compare
     * @param engine what it holds under a tag
     */
    public static List<Comparison> with(
            List<Comparison> images, Function<Tagged, Answer<Optional<LocalImage>>> engine) {
        return images.stream().map(image -> with(image, engine)).toList();
    }

    private static Comparison with(Comparison image, Function<Tagged, Answer<Optional<LocalImage>>> engine) {
        List<ImageUse> tagged = image.uses().stream()
                .filter(use -> use.reference() instanceof Tagged)
                .toList();
        if (image.image() instanceof Tagged tag && image.locked().isPresent() && !tagged.isEmpty()) {
            Answer<Optional<LocalImage>> answer = engine.apply(tag);
            Optional<Finding> finding = answer.found()
                    .flatMap(held -> held)
                    .flatMap(held -> finding(tag, tagged, image.locked().get(), held, image.current()));
            return with(image, finding, answer.failure());
        }
        return image;
    }

    private static Optional<Finding> finding(
            Tagged tag, List<ImageUse> uses, LockedImage locked, LocalImage held, Optional<Digest> current) {
        if (held.digests().isEmpty()) {
            return Optional.of(new BuiltHere(tag, uses, held.id()));
        }
        List<Digest> cached = digests(tag, held);
        return isLocked(locked, cached)
                ? Optional.empty()
                : Optional.of(new CacheDiffers(tag, uses, locked, cached, current));
    }

    /** What came by way of a mirror has only the mirror's name; a digest means the same everywhere. */
    private static List<Digest> digests(Tagged tag, LocalImage held) {
        List<Digest> own = held.digestsIn(tag.repository());
        return own.isEmpty()
                ? held.digests().stream().map(Digested::digest).distinct().toList()
                : own;
    }

    /** Who pulled the image of one platform by its own digest has what the index means for it. */
    private static boolean isLocked(LockedImage locked, Collection<Digest> cached) {
        return cached.contains(locked.digest())
                || locked.platforms().values().stream().anyMatch(cached::contains);
    }

    private static Comparison with(Comparison image, Optional<Finding> finding, Optional<ResolutionFailure> failure) {
        List<Finding> findings = new ArrayList<>(image.findings());
        finding.ifPresent(findings::add);
        List<ResolutionFailure> failures = new ArrayList<>(image.failures());
        failure.ifPresent(failures::add);
        return new Comparison(image.image(), image.uses(), image.locked(), image.current(), findings, failures);
    }
}
