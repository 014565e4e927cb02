package dev.tagdrift.cli;

import static java.nio.file.LinkOption.NOFOLLOW_LINKS;

import dev.tagdrift.report.UsageWording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The folder that a lockfile guards: the nearest upwards that holds the settings or the lockfile, else the top of the
 * git work tree, else the current one.
 *
 * @param folder absolute, links resolved
 */
record Root(Path folder) {
    static final String SETTINGS = "tagdrift.yaml";
    static final String LOCKFILE = "lockfiles/base-images.lock.json";

    static Root find(Path workingDirectory) {
        Path start = real(workingDirectory);
        return new Root(nearest(start, Root::isMarked)
                .or(() -> nearest(start, folder -> Files.exists(folder.resolve(".git"))))
                .orElse(start));
    }

    /** Where its settings are, unless an option names another place. */
    Path settings(CommonOptions options, Path workingDirectory) {
        return options.config.map(workingDirectory::resolve).orElse(folder.resolve(SETTINGS));
    }

    /** Where its lockfile is, likewise. */
    Path lockfile(CommonOptions options, Path workingDirectory) {
        return options.lockfile.map(workingDirectory::resolve).orElse(folder.resolve(LOCKFILE));
    }

    /** What people call the project: the name of its folder; empty for the top of a file system. */
    String name() {
        return Optional.ofNullable(folder.getFileName()).map(Path::toString).orElse("");
    }

    /** Where this is in its git work tree, with {@code /} at the end; empty for the top, or outside of any. */
    String inRepository() {
        return nearest(folder, at -> Files.exists(at.resolve(".git")))
                .filter(top -> !top.equals(folder))
                .map(top -> top.relativize(folder).toString().replace('\\', '/') + "/")
                .orElse("");
    }

    private static boolean isMarked(Path folder) {
        return Files.exists(folder.resolve(SETTINGS), NOFOLLOW_LINKS)
                || Files.exists(folder.resolve(LOCKFILE), NOFOLLOW_LINKS);
    }

    private static Optional<Path> nearest(Path start, Predicate<Path> holds) {
        return Stream.<Path>iterate(start, Path::getParent)
                .takeWhile(folder -> folder != null)
                .filter(holds)
                .findFirst();
    }

    static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    /** These paths, links in their folders resolved. */
    List<Path> narrow(Path workingDirectory, List<String> paths) throws Stop {
        List<Path> narrowed = new ArrayList<>();
        for (String path : paths) {
            Path absolute = workingDirectory.resolve(path).normalize();
            if (!Files.exists(absolute)) {
                throw new Stop(UsageWording.badPath(path, Optional.empty()));
            }
            Path parent = absolute.getParent();
            // Only the folder is resolved: a file that is a link is scanned under its own name.
            Path place = Files.isDirectory(absolute) || parent == null
                    ? real(absolute)
                    : real(parent).resolve(absolute.getFileName());
            if (!place.startsWith(folder)) {
                throw new Stop(UsageWording.badPath(path, Optional.of(folder.toString())));
            }
            Optional<Path> other = nearest(place, at -> !at.equals(folder) && at.startsWith(folder) && isMarked(at));
            if (other.isPresent()) {
                throw new Stop(UsageWording.otherRoot(path, other.get().toString()));
            }
            narrowed.add(place);
        }
        return narrowed;
    }

    /** The path as it is printed: relative to the root, with {@code /}; absolute where it is not under the root. */
    String shown(Path path) {
        Path absolute = path.toAbsolutePath().normalize();
        Path told = absolute.startsWith(folder) ? folder.relativize(absolute) : absolute;
        return told.toString().replace('\\', '/');
    }
}
