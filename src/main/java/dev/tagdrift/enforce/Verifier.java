package dev.tagdrift.enforce;

import dev.tagdrift.enforce.BaseImage.Known;
import dev.tagdrift.enforce.BaseImage.NotLocked;
import dev.tagdrift.enforce.BaseImage.Nothing;
import dev.tagdrift.enforce.BaseImage.Unread;
import dev.tagdrift.enforce.BaseLayers.Stack;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.Doubt.BaseNotLocked;
import dev.tagdrift.enforce.Verification.Doubt.BaseUnanswered;
import dev.tagdrift.enforce.Verification.Doubt.BaseUnread;
import dev.tagdrift.enforce.Verification.Doubt.BaseWithoutLayers;
import dev.tagdrift.enforce.Verification.Doubt.Flattened;
import dev.tagdrift.enforce.Verification.Doubt.PerhapsNothing;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Tells what an image was built from, by its layers: those of a base are the lowest of every image that is built on it.
 *
 * <p>Where they are not, the other digests that are within reach are tried, the cheapest first: what the engine holds
 * under the tag, what the tag names now, what is told about the image.
 */
public final class Verifier {
    /** What is told costs requests, and a stranger may tell much. */
    private static final int MOST_TOLD = 4;

    private final BaseLayers layers;

    /**
     * A verifier that learns layers from these.
     *
     * @param engine asked first
     * @param manifests asked for what the engine does not hold
     * @param blobs where the configurations of images are
     */
    public Verifier(LocalImages engine, ManifestStore manifests, BlobStore blobs) {
        this.layers = new BaseLayers(engine, manifests, blobs);
    }

    /** Whether an image was built from one of these: of several, the one that says most counts. */
    public Verification verify(BuiltImage built, List<BaseImage> bases) {
        if (bases.equals(List.of(new Nothing()))) {
            return new FromNothing();
        }
        return bases.stream()
                .map(base -> verify(built, base))
                .min(Comparator.comparingInt(Verifier::rank))
                .orElse(new Untold(new BaseUnread()));
    }

    private static int rank(Verification verification) {
        return switch (verification) {
            case AsLocked base -> 0;
            case FromAnother another -> 1;
            case Untold untold -> 2;
            case FromElsewhere other -> 3;
            case FromNothing nothing -> 4;
        };
    }

    private Verification verify(BuiltImage built, BaseImage base) {
        return switch (base) {
            case Nothing nothing -> new Untold(new PerhapsNothing());
            case Unread unread -> new Untold(new BaseUnread());
            case NotLocked(Tagged name) -> new Untold(new BaseNotLocked(name));
            case Known known -> verify(built, known);
        };
    }

    private Verification verify(BuiltImage built, Known base) {
        return switch (layers.of(base, built.platform())) {
            case Failed<Stack>(ResolutionFailure reason) -> new Untold(new BaseUnanswered(base, reason));
            case Found<Stack>(Stack(List<Digest> own, Optional<Digest> manifest)) ->
                verify(
                        built,
                        manifest.map(one -> base.with(built.platform(), one)).orElse(base),
                        own);
        };
    }

    private Verification verify(BuiltImage built, Known base, List<Digest> own) {
        if (own.isEmpty()) {
            return new Untold(new BaseWithoutLayers(base));
        }
        return built.beginsWith(own) ? new AsLocked(base, own.size()) : another(built, base);
    }

    private Verification another(BuiltImage built, Known base) {
        Optional<Answer<Digest>> current = base.reference().tagged().map(layers::current);
        Optional<Digest> actual = cached(built, base)
                .or(() -> current.flatMap(Answer::found).filter(digest -> isBase(digest, built, base)))
                .or(() -> told(built, base));
        if (actual.isPresent()) {
            return new FromAnother(base, actual.get(), current);
        }
        return built.flat() ? new Untold(new Flattened(base)) : new FromElsewhere(base, current);
    }

    private Optional<Digest> told(BuiltImage built, Known base) {
        return built.evidence()
                .digests(base.reference(), built.platform())
                .limit(MOST_TOLD)
                .filter(digest -> isBase(digest, built, base))
                .findFirst();
    }

    /** What the engine holds under the tag, if the image was built from that. */
    private Optional<Digest> cached(BuiltImage built, Known base) {
        return base.reference()
                .tagged()
                .flatMap(name -> layers.held(name.toString(), built.platform()))
                .filter(held -> isBase(held.config().diffIds(), built))
                .map(held -> called(held, base.reference().repository()));
    }

    private static Digest called(LocalImage held, Repository repository) {
        return held.digestsIn(repository).stream().findFirst().orElse(held.id());
    }

    private boolean isBase(Digest digest, BuiltImage built, Known base) {
        Digested digested = new Digested(base.reference().repository(), digest);
        return !digest.equals(base.digest())
                && layers.of(digested, built.platform())
                        .found()
                        .filter(own -> isBase(own.diffIds(), built))
                        .isPresent();
    }

    /** An image without layers is no proof: every image begins with those. */
    private static boolean isBase(List<Digest> own, BuiltImage built) {
        return !own.isEmpty() && built.beginsWith(own);
    }
}
