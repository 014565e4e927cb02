package dev.tagdrift.explain;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Which files of an image are wanted, by their paths from the root, such as {@code etc/os-release}. */
public final class Wanted {
    private final SortedSet<String> files;
    private final SortedSet<String> folders;
    private final Set<String> ways = new HashSet<>();

    private Wanted(Collection<String> files, Collection<String> folders) {
        this.files = new TreeSet<>(files);
        this.folders = new TreeSet<>(folders);
        Stream.concat(this.files.stream(), this.folders.stream()).forEach(this::addWay);
        ways.addAll(this.folders);
    }

    private void addWay(String path) {
        for (int slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            ways.add(path.substring(0, slash));
        }
        ways.add("");
    }

    /** These files; a path that ends with a slash stands for everything below that folder. */
    public static Wanted of(String... paths) {
        return new Wanted(
                Stream.of(paths).filter(path -> !path.endsWith("/")).toList(),
                Stream.of(paths)
                        .filter(path -> path.endsWith("/"))
                        .map(path -> path.substring(0, path.length() - 1))
                        .toList());
    }

    /** These files as well, and what is below these folders. */
    Wanted and(Collection<String> moreFiles, Collection<String> moreFolders) {
        return new Wanted(
                Stream.concat(files.stream(), moreFiles.stream()).toList(),
                Stream.concat(folders.stream(), moreFolders.stream()).toList());
    }

    Set<String> files() {
        return Set.copyOf(files);
    }

    Set<String> folders() {
        return Set.copyOf(folders);
    }

    /** Whether the file at this path is wanted. */
    boolean includes(String path) {
        return files.contains(path) || folders.stream().anyMatch(folder -> path.startsWith(folder + "/"));
    }

    /** Whether all is asked for that is at this path: the file itself, or everything below it. */
    boolean isAsked(String path) {
        return folders.contains(path) || includes(path);
    }

    /** Whether what is at this path matters: it is wanted, or stands on the way to what is. */
    boolean concerns(String path) {
        return ways.contains(path) || includes(path);
    }

    /** Names the question: the same for the same paths. */
    @Override
    public String toString() {
        return String.join("\n", files) + "\n\n" + String.join("\n", folders);
    }
}
