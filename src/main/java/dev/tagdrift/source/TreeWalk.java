package dev.tagdrift.source;

import dev.tagdrift.settings.Settings;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the files to scan below some folders, in this order of say: what git ignores, the built-in and the configured
 * exclusions, the usual and the configured names. Links to folders are not followed, links to files are.
 */
final class TreeWalk {
    private static final List<String> ROOT_MARKS = List.of("tagdrift.yaml", "lockfiles/base-images.lock.json");

    private final Path root;
    private final Patterns include;
    private final Patterns exclude;
    private final SortedMap<String, Path> files = new TreeMap<>();
    private final SortedMap<String, ScanProblem.Reason> unreadable = new TreeMap<>();
    private final Set<String> named = new HashSet<>();
    private final SortedSet<String> nestedRoots = new TreeSet<>();
    private final Deque<Folder> open = new ArrayDeque<>();

    /** A folder still to be looked into, with the rules in force there. */
    private record Folder(Path path, IgnoreRules rules) {}

    TreeWalk(Path root, Settings settings) {
        this.root = root;
        this.include = new Patterns(settings.include());
        this.exclude = new Patterns(settings.exclude());
    }

    /** Adds a file, whatever its name, or the files below a folder. */
    void add(Path start) {
        if (!Files.isDirectory(start)) {
            String path = RelativePath.of(root, start);
            files.put(path, start);
            named.add(path);
            return;
        }
        open.push(new Folder(start, IgnoreRules.at(start, root)));
        while (!open.isEmpty()) {
            list(open.pop());
        }
    }

    /** The files to scan, by their path relative to the root. */
    SortedMap<String, Path> files() {
        return files;
    }

    /** Whether nobody says that this file is a Dockerfile but the beginning of its name. */
    boolean isDoubtful(String path) {
        return FileNames.isDoubtful(path) && !named.contains(path) && !include.matchFile(path);
    }

    /** The folders that could not be listed. */
    SortedMap<String, ScanProblem.Reason> unreadable() {
        return unreadable;
    }

    /** The folders that were left out because they are roots of their own. */
    SortedSet<String> nestedRoots() {
        return nestedRoots;
    }

    private void list(Folder folder) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder.path())) {
            for (Path entry : entries) {
                entry(entry, folder.rules());
            }
        } catch (DirectoryIteratorException e) {
            unreadable(folder.path(), Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            unreadable(folder.path(), e);
        }
    }

    private void unreadable(Path folder, IOException failure) {
        unreadable.put(RelativePath.of(root, folder), FileContent.reason(folder, failure));
    }

    private void entry(Path entry, IgnoreRules rules) {
        boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
        String path = RelativePath.of(root, entry);
        if (isFolder) {
            folder(entry, path, rules);
        } else if (isWanted(path, name(entry)) && !rules.ignore(entry, false) && !Files.isDirectory(entry)) {
            files.put(path, entry);
        }
    }

    private void folder(Path folder, String path, IgnoreRules rules) {
        if (name(folder).equals(".git") || exclude.matchFolder(path) || rules.ignore(folder, true)) {
            return;
        }
        if (ROOT_MARKS.stream().anyMatch(mark -> Files.exists(folder.resolve(mark)))) {
            nestedRoots.add(path);
        } else {
            open.push(new Folder(folder, rules.within(folder)));
        }
    }

    private boolean isWanted(String path, String name) {
        return !FileNames.isLeftOut(name)
                && (FileNames.isDockerfile(name) || include.matchFile(path))
                && !exclude.matchFile(path);
    }

    private static String name(Path path) {
        Path name = path.getFileName();
        return name == null ? "" : name.toString();
    }
}
