package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.List;
import java.util.Optional;

/** Learns what images are made of: from the local engine where it holds them, which costs nothing, else from registries. */
final class BaseLayers {
    /**
     * What an image is made of.
     *
     * @param diffIds of its layers, the lowest first
     * @param manifest that lists them, if a registry told
     */
    record Stack(List<Digest> diffIds, Optional<Digest> manifest) {
        private static Stack of(LocalImage held) {
            return new Stack(held.config().diffIds(), Optional.empty());
        }
    }

    private final LocalImages engine;
    private final ManifestStore manifests;
    private final BlobStore blobs;

    BaseLayers(LocalImages engine, ManifestStore manifests, BlobStore blobs) {
        this.engine = engine;
        this.manifests = manifests;
        this.blobs = blobs;
    }

    /** The layers of the locked image. */
    Answer<Stack> of(BaseImage.Known base, Platform platform) {
        Repository repository = base.reference().repository();
        return held(new Digested(repository, base.digest()).toString(), platform)
                .<Answer<Stack>>map(image -> new Found<>(Stack.of(image)))
                .orElseGet(() -> pulled(new Digested(repository, base.nearest(platform)), platform));
    }

    /** The layers of whatever is under a digest. */
    Answer<Stack> of(Digested digested, Platform platform) {
        return held(digested.toString(), platform)
                .<Answer<Stack>>map(image -> new Found<>(Stack.of(image)))
                .orElseGet(() -> pulled(digested, platform));
    }

    /** What the engine holds under a name, if that is for the platform. */
    Optional<LocalImage> held(String name, Platform platform) {
        return engine.find(name)
                .found()
                .flatMap(held -> held)
                .filter(image -> platform.accepts(image.config().platform()));
    }

    /** The digest that a tag names now. */
    Answer<Digest> current(ImageReference name) {
        return manifests.head(name).then(found -> new Found<>(found.digest()));
    }

    private Answer<Stack> pulled(Digested digested, Platform platform) {
        return manifests.get(digested).then(image -> switch (image) {
            case Single single -> config(digested.repository(), single);
            case Index index -> inIndex(digested.repository(), index, platform);
        });
    }

    private Answer<Stack> inIndex(Repository repository, Index index, Platform platform) {
        return index.forPlatform(platform).stream()
                .findFirst()
                .map(entry -> manifests
                        .get(new Digested(repository, entry.manifest().digest()))
                        .then(image -> image instanceof Single single
                                ? config(repository, single)
                                : unusable(repository, "an index in an index")))
                .orElseGet(() -> unusable(repository, "no image for " + platform));
    }

    private Answer<Stack> config(Repository repository, Single single) {
        return blobs.config(repository, single.config())
                .then(config -> new Found<>(new Stack(config.diffIds(), Optional.of(single.digest()))));
    }

    private static Answer<Stack> unusable(Repository repository, String what) {
        return new Failed<>(new BadAnswer(repository.registry(), Flaw.UNSUPPORTED_TYPE, what));
    }
}
