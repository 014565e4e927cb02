package dev.tagdrift.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the names in a layer as paths from the root of the image, without slashes at either end. */
final class LayerPath {
    private LayerPath() {}

    /** Empty if the name leads out of the root. */
    static Optional<String> of(String name) {
        List<String> segments = new ArrayList<>();
        for (String segment : name.split("/", -1)) {
            if (segment.equals("..")) {
                return Optional.empty();
            }
            if (!segment.isEmpty() && !segment.equals(".")) {
                segments.add(segment);
            }
        }
        return Optional.of(String.join("/", segments));
    }

    /** The folder that the path is in; the root is empty, and in itself. */
    static String parent(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    static String name(String path) {
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String in(String folder, String name) {
        return folder.isEmpty() ? name : folder + "/" + name;
    }
}
