package dev.tagdrift.explain;

import dev.tagdrift.explain.OsFinding.Known;
import dev.tagdrift.explain.OsFinding.Known.Source;
import dev.tagdrift.explain.OsFinding.None;
import dev.tagdrift.explain.OsFinding.Unclear;
import dev.tagdrift.explain.OsFinding.Unknown;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ReleaseReader;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * Finds out which release of which operating system an image has, for as few bytes as that can be had:
 *
 * <ol>
 *   <li>Windows says its version in the platform.
 *   <li>Debian's own builder says the suite in the first command of the history.
 *   <li>Else layers are read, the lowest first, until files in them tell.
 *   <li>A layer above that is read only if its command may have brought another release.
 * </ol>
 */
public final class OsReleases implements ReleaseReader {
    private final Layers layers;

    /**
     * Looks into images.
     *
     * @param blobs asked for the layers
     * @param cache of what layers told before
     */
    public OsReleases(BlobStore blobs, LayerCache cache) {
        this(new Layers(blobs, cache, LayerLimits.OF_RELEASE));
    }

    OsReleases(Layers layers) {
        this.layers = layers;
    }

    @Override
    public Optional<OsRelease> release(Repository repository, PlatformImage image) {
        return switch (of(repository, image)) {
            case Known known -> Optional.of(known.release());
            case None none -> Optional.of(OsRelease.NONE);
            case Unclear unclear -> Optional.empty();
            case Unknown unknown -> Optional.empty();
        };
    }

    /** What the image is, or builds on. */
    public OsFinding of(Repository repository, PlatformImage image) {
        Platform platform = image.config().platform();
        if (platform.os().equals("windows")) {
            return platform.osVersion().isEmpty() ? new None() : windows(platform);
        }
        return new Search(repository, image).run();
    }

    /** The fourth number is that of a monthly update. */
    private static Known windows(Platform platform) {
        String version =
                Arrays.stream(platform.osVersion().split("\\.", -1)).limit(3).collect(Collectors.joining("."));
        return new Known(new OsRelease("windows", version, ""), Source.CONFIGURATION);
    }

    /** The way through the layers of one image. */
    private final class Search {
        private final Repository repository;
        private final PlatformImage image;
        private final List<Layer> stack;
        private final BuildHistory history;
        private final RootFiles root = new RootFiles();
        private Optional<Known> known;

        Search(Repository repository, PlatformImage image) {
            this.repository = repository;
            this.image = image;
            this.stack = image.manifest().layers();
            this.history = new BuildHistory(image);
            this.known = history.release().map(release -> new Known(release, Source.CONFIGURATION));
        }

        OsFinding run() {
            int first = known.isPresent() ? 1 : 0;
            for (int place = first; place < stack.size(); place++) {
                Optional<Unreadable> obstacle = look(place);
                if (obstacle.isPresent()) {
                    return new Unknown(obstacle.get());
                }
            }
            if (ReleaseEvidence.isUnclear(root)) {
                return ReleaseEvidence.isElsewhere(root) ? elsewhere() : new Unclear();
            }
            return known.<OsFinding>map(found -> found)
                    .orElseGet(() -> ReleaseEvidence.leads(root) ? new Unclear() : new None());
        }

        private Optional<Unreadable> look(int place) {
            if (known.isPresent() && !history.mayReplace(place)) {
                return Optional.empty();
            }
            LayerQuestion question = known.isPresent() ? ReleaseEvidence.ABOVE : ReleaseEvidence.FIRST;
            Optional<Unreadable> obstacle = layers.add(repository, stack.get(place), question, root);
            known = ReleaseEvidence.of(root)
                    .map(release -> new Known(release, Source.FILES))
                    .or(() -> known);
            return obstacle;
        }

        /** The name leads to a file that nobody asked for, as on NixOS: only all layers together tell where. */
        private OsFinding elsewhere() {
            Reading<SortedMap<String, byte[]>> files =
                    new ImageFiles(layers).read(repository, image.manifest(), ReleaseEvidence.NAMED);
            return switch (files) {
                case Reading.Read<SortedMap<String, byte[]>>(var found) ->
                    ReleaseEvidence.of(found)
                            .<OsFinding>map(release -> new Known(release, Source.FILES))
                            .orElseGet(Unclear::new);
                case Reading.Failed<SortedMap<String, byte[]>>(Unreadable reason) -> new Unknown(reason);
            };
        }
    }
}
