package dev.tagdrift.resolve;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.OsRelease;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Reads an image, and from one of its platforms what it says about itself: three requests, and what the release takes. */
final class SnapshotReader {
    private static final List<Platform> USUAL = List.of(Platform.LINUX_AMD64, Platform.LINUX_ARM64);

    private final ManifestStore manifests;
    private final BlobStore blobs;
    private final ReleaseReader releases;

    SnapshotReader(ManifestStore manifests, BlobStore blobs, ReleaseReader releases) {
        this.manifests = manifests;
        this.blobs = blobs;
        this.releases = releases;
    }

    /** For the first of these platforms that there is. */
    Answer<Snapshot> read(ImageReference reference, List<Platform> platforms) {
        return manifests.get(reference).then(image -> {
            Answer<PlatformImage> main = main(reference.repository(), image, platforms);
            return new Found<>(new Snapshot(image, main, List.of(release(reference.repository(), main))));
        });
    }

    /**
     * For those of these platforms whose image is none of the known ones: a platform that has not changed tells nothing
     * new, and of those that have each may be on a release of its own.
     */
    Answer<Snapshot> readChanged(Digested reference, List<Platform> platforms, Set<Digest> known) {
        Repository repository = reference.repository();
        return manifests.get(reference).then(image -> {
            List<Platform> changed = changed(image, platforms, known);
            Answer<PlatformImage> main = main(repository, image, changed.isEmpty() ? platforms : changed);
            List<Optional<OsRelease>> releases = new ArrayList<>(List.of(release(repository, main)));
            // Where nobody configured a platform, one that changed stands for all.
            changed.stream()
                    .skip(1)
                    .filter(platform -> !platforms.isEmpty())
                    .forEach(platform -> releases.add(release(repository, main(repository, image, List.of(platform)))));
            return new Found<>(new Snapshot(image, main, releases));
        });
    }

    private static List<Platform> changed(ResolvedImage image, List<Platform> platforms, Set<Digest> known) {
        return switch (image) {
            case Single single -> List.of();
            case Index index ->
                (platforms.isEmpty() ? USUAL : platforms)
                        .stream()
                                .filter(platform -> index.forPlatform(platform).stream()
                                        .anyMatch(entry ->
                                                !known.contains(entry.manifest().digest())))
                                .toList();
        };
    }

    private Optional<OsRelease> release(Repository repository, Answer<PlatformImage> image) {
        return image.found().flatMap(found -> releases.release(repository, found));
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
