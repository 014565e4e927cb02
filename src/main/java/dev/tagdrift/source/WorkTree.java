package dev.tagdrift.source;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.settings.Settings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The files below a root, as far as they name images. */
public final class WorkTree {
    private final Path root;
    private final Settings settings;
    private final DockerfileScanner dockerfiles;

    /**
     * Nothing is read yet.
     *
     * @param root what all paths are relative to
     * @param settings which files to scan, and how they are built
     */
    public WorkTree(Path root, Settings settings) {
        this.root = root.toAbsolutePath().normalize();
        this.settings = settings;
        this.dockerfiles = new DockerfileScanner(settings);
    }

    /**
     * Scans files and folders.
     *
     * @param paths below the root, absolute or relative to it; a file is scanned whatever its name, and a folder even if
     *     git ignores it; none of them, or the root itself, means everything
     */
    public Inventory scan(List<Path> paths) {
        List<Path> starts =
                paths.stream().map(path -> root.resolve(path).normalize()).toList();
        boolean whole = starts.isEmpty() || starts.contains(root);
        TreeWalk walk = new TreeWalk(root, settings);
        if (whole) {
            walk.add(root);
        }
        starts.stream().filter(start -> !start.equals(root)).forEach(walk::add);
        List<ScannedFile> files = new ArrayList<>();
        List<String> passedOver = new ArrayList<>();
        walk.files().forEach((path, file) -> {
            FileContent content = FileContent.read(file);
            if (walk.isDoubtful(path) && content instanceof FileContent.Text text && !beginsLikeOne(text)) {
                passedOver.add(path);
            } else {
                files.add(scan(path, content));
            }
        });
        walk.unreadable().forEach((path, reason) -> files.add(unreadable(path, reason)));
        files.sort(Comparator.comparing(ScannedFile::path));
        return new Inventory(List.copyOf(files), whole, List.copyOf(walk.nestedRoots()), List.copyOf(passedOver));
    }

    private static boolean beginsLikeOne(FileContent.Text text) {
        return Dockerfile.parse(text.bytes()).beginsLikeOne();
    }

    /** Whether a file of this name is scanned wherever it lies, unless it is excluded. */
    public static boolean isDockerfile(String name) {
        return FileNames.isDockerfile(name) && !FileNames.isLeftOut(name);
    }

    /** Builds of the settings that none of the files is; nothing where not all of them were looked at. */
    public List<Settings.Build> unmatchedBuilds(Inventory inventory) {
        return settings.builds().stream()
                .filter(build -> inventory.whole())
                .filter(build -> inventory.files().stream()
                        .map(ScannedFile::path)
                        .noneMatch(new Patterns(build.files())::matchFile))
                .toList();
    }

    /**
     * What each build of a Dockerfile pulls.
     *
     * @param path of the file, by which the settings know its builds
     * @param content that the file has, or would have
     */
    public List<Pulls> builds(String path, byte[] content) {
        return dockerfiles.builds(path, content);
    }

    private ScannedFile scan(String path, FileContent content) {
        return switch (content) {
            case FileContent.Text text -> dockerfiles.scan(path, text.bytes());
            case FileContent.None none -> unreadable(path, none.reason());
        };
    }

    private static ScannedFile unreadable(String path, ScanProblem.Reason reason) {
        return new ScannedFile(path, List.of(), List.of(new ScanProblem.Unreadable(new Location(path, 1), reason)));
    }
}
