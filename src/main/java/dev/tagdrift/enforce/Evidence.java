package dev.tagdrift.enforce;

import dev.tagdrift.enforce.BaseImage.Known;
import dev.tagdrift.enforce.Provenance.Listed;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is told about the base of an image, apart from its layers. Nobody has to believe it.
 *
 * @param label by the configuration; a base hands its own down
 * @param annotation by the manifest, or by the index
 * @param provenance by the builder
 */
public record Evidence(Optional<Claim> label, Optional<Claim> annotation, Provenance provenance) {
    /** As little as the configuration alone tells. */
    static Evidence ofLabels(Map<String, String> labels) {
        return new Evidence(Claim.of(labels), Optional.empty(), new Provenance.None());
    }

    /** What is told of this image itself: a label may be about the base of its base. */
    private Stream<Set<Digest>> ofItself(ImageReference base, Platform built) {
        Stream<Set<Digest>> annotated = annotation.flatMap(Claim::digest).map(Set::of).stream();
        return provenance instanceof Listed listed
                ? Stream.concat(annotated, Stream.of(listed.digests(base, built)))
                : annotated;
    }

    /** Every digest that the base is told to have. */
    Stream<Digest> digests(ImageReference base, Platform built) {
        return Stream.concat(
                        label.flatMap(Claim::digest).stream(),
                        ofItself(base, built).flatMap(Set::stream))
                .distinct();
    }

    /** Whether what is told of the image is known not to be what its layers tell. */
    public boolean contradicts(Verification verification, Platform built) {
        return switch (verification) {
            case AsLocked(Known base, int layers) ->
                ofItself(base.reference(), built)
                        .anyMatch(told ->
                                !told.isEmpty() && base.isAmong(told, built).equals(Optional.of(false)));
            case FromAnother another -> namesTheWanted(another.base(), built);
            case FromElsewhere other -> namesTheWanted(other.base(), built);
            case FromNothing nothing -> false;
            case Untold untold -> false;
        };
    }

    private boolean namesTheWanted(Known base, Platform built) {
        return ofItself(base.reference(), built).flatMap(Set::stream).anyMatch(base::names);
    }
}
