package dev.tagdrift.resolve;

import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An image as it is at one moment.
 *
 * @param image what is under the digest
 * @param main the image of the platform that stands for all, if it could be read: it is worth a line to a reader, not a
 *     failure
 * @param releases of the system in that image, and in those of other platforms that were asked for; empty where one could
 *     not be learned
 */
public record Snapshot(ResolvedImage image, Answer<PlatformImage> main, List<Optional<OsRelease>> releases) {
    /** Copies the list. */
    public Snapshot {
        releases = List.copyOf(releases);
    }

    /** The release of the image that stands for all. */
    public Optional<OsRelease> os() {
        return releases.stream().findFirst().flatMap(release -> release);
    }

    /** What it is for: an index lists that, an image alone says it itself, if it could be read. */
    public SortedSet<Platform> platforms() {
        return switch (image) {
            case Index index ->
                index.entries().stream().map(Entry::platform).collect(Collectors.toCollection(TreeSet::new));
            case Single single ->
                config().found().stream().map(ImageConfig::platform).collect(Collectors.toCollection(TreeSet::new));
        };
    }

    /** What the image of that platform says about itself, if it could be read. */
    public Answer<ImageConfig> config() {
        return main.then(read -> new Answer.Found<>(read.config()));
    }
}
