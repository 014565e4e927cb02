package dev.tagdrift.resolve;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Reads an image, and from one of its platforms what it says about itself: three requests, and what the release takes. */
final class SnapshotReader {
    private final ManifestStore manifests;
    private final BlobStore blobs;
    private final ReleaseReader releases;

    SnapshotReader(ManifestStore manifests, BlobStore blobs, ReleaseReader releases) {
        this.manifests = manifests;
        this.blobs = blobs;
        this.releases = releases;
    }

    Answer<Snapshot> read(ImageReference reference, List<Platform> platforms) {
        return manifests.get(reference).then(image -> new Found<>(read(reference.repository(), image, platforms)));
    }

    private Snapshot read(Repository repository, ResolvedImage image, List<Platform> platforms) {
        Answer<PlatformImage> main = main(repository, image, platforms);
        return new Snapshot(image, main, main.found().flatMap(found -> releases.release(repository, found)));
    }

    private Answer<PlatformImage> main(Repository repository, ResolvedImage image, List<Platform> platforms) {
        return switch (image) {
            case Single single -> whole(repository, single);
            case Index index ->
                representative(index, platforms)
                        .map(entry -> imageOf(repository, entry))
                        .orElseGet(() -> unusable(repository, "an index without images"));
        };
    }

    /** The first wanted platform that there is, else linux/amd64, else whatever comes first. */
    private static Optional<Entry> representative(Index index, List<Platform> platforms) {
        return Stream.concat(platforms.stream(), Stream.of(Platform.LINUX_AMD64))
                .flatMap(platform -> index.forPlatform(platform).stream())
                .findFirst()
                .or(() -> index.entries().stream().findFirst());
    }

    private Answer<PlatformImage> imageOf(Repository repository, Entry entry) {
        return manifests
                .get(new Digested(repository, entry.manifest().digest()))
                .then(manifest -> switch (manifest) {
                    case Single single -> whole(repository, single);
                    case Index index -> unusable(repository, "an index in an index");
                });
    }

    private Answer<PlatformImage> whole(Repository repository, Single manifest) {
        return blobs.config(repository, manifest.config())
                .then(config -> new Found<>(new PlatformImage(manifest, config)));
    }

    private static Answer<PlatformImage> unusable(Repository repository, String what) {
        return new Failed<>(new BadAnswer(repository.registry(), Flaw.UNSUPPORTED_TYPE, what));
    }
}
