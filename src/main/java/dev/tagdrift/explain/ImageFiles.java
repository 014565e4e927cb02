package dev.tagdrift.explain;

import dev.tagdrift.explain.Reading.Failed;
import dev.tagdrift.explain.Reading.Read;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.BlobStore;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads files out of images, as a container would see them. */
public final class ImageFiles {
    /** Links that lead to paths nobody asked for; each costs a look at all layers. */
    private static final int MOST_LOOKS = 4;

    private final Layers layers;

    /**
     * Reads layers of images.
     *
     * @param blobs asked for the layers
     * @param cache of what layers told before
     */
    public ImageFiles(BlobStore blobs, LayerCache cache) {
        this(new Layers(blobs, cache, LayerLimits.USUAL));
    }

    ImageFiles(Layers layers) {
        this.layers = layers;
    }

    /**
     * The wanted files that there are, by the path they are wanted by; those below a folder by its path and theirs. All
     * layers are read to their ends, or nothing is told.
     */
    public Reading<SortedMap<String, byte[]>> read(Repository repository, Single image, Wanted wanted) {
        return read(repository, image, wanted, merged(wanted), MOST_LOOKS);
    }

    /** Most systems have {@code lib} as a link to {@code usr/lib}: what lies there is looked for at once. */
    private static Wanted merged(Wanted wanted) {
        return wanted.and(merged(wanted.files()), merged(wanted.folders()));
    }

    private static List<String> merged(Set<String> paths) {
        return paths.stream()
                .filter(path -> path.startsWith("lib/"))
                .map(path -> "usr/" + path)
                .toList();
    }

    private Reading<SortedMap<String, byte[]>> read(
            Repository repository, Single image, Wanted wanted, Wanted looked, int looks) {
        RootFiles root = new RootFiles();
        layers.expect(image.layers());
        for (Layer layer : image.layers()) {
            Optional<Unreadable> obstacle = layers.add(repository, layer, LayerQuestion.all(looked), root);
            if (obstacle.isPresent()) {
                return new Failed<>(obstacle.get());
            }
        }
        Set<String> files = leadingElsewhere(root, wanted.files(), looked);
        Set<String> folders = leadingElsewhere(root, wanted.folders(), looked);
        return looks > 1 && !(files.isEmpty() && folders.isEmpty())
                ? read(repository, image, wanted, looked.and(files, folders), looks - 1)
                : new Read<>(found(root, wanted));
    }

    /** Where wanted paths lead that was not looked at. */
    private static Set<String> leadingElsewhere(RootFiles root, Set<String> paths, Wanted looked) {
        Set<String> elsewhere = new TreeSet<>();
        for (String path : paths) {
            root.follow(path).filter(target -> !looked.isAsked(target)).ifPresent(elsewhere::add);
        }
        return elsewhere;
    }

    private static SortedMap<String, byte[]> found(RootFiles root, Wanted wanted) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        wanted.files().forEach(path -> root.file(path).ifPresent(bytes -> found.put(path, bytes)));
        wanted.folders()
                .forEach(folder ->
                        root.folder(folder).forEach((name, bytes) -> found.put(LayerPath.in(folder, name), bytes)));
        return found;
    }
}
