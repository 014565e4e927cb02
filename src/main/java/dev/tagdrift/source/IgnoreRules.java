package dev.tagdrift.source;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.eclipse.jgit.ignore.IgnoreNode;

/**
 * What git ignores, seen from one folder: its {@code .gitignore}, those of the folders above it up to the top of the
 * work tree, and {@code .git/info/exclude}. The nearest file that says anything decides.
 */
final class IgnoreRules {
    private final Optional<IgnoreRules> above;
    private final Path folder;
    private final IgnoreNode rules;

    private IgnoreRules(Optional<IgnoreRules> above, Path folder, IgnoreNode rules) {
        this.above = above;
        this.folder = folder;
        this.rules = rules;
    }

    /** The rules in force in a folder; where there is no work tree of git, those from the root on. */
    static IgnoreRules at(Path folder, Path root) {
        Deque<Path> down = new ArrayDeque<>();
        Path top = root;
        for (Path at = folder; at != null; at = at.getParent()) {
            if (Files.exists(at.resolve(".git"))) {
                top = at;
                break;
            }
        }
        for (Path at = folder; at != null && at.startsWith(top); at = at.getParent()) {
            down.push(at);
        }
        Path exclude = top.resolve(".git").resolve("info").resolve("exclude");
        IgnoreRules rules = new IgnoreRules(Optional.empty(), top, read(exclude));
        for (Path at : down) {
            rules = rules.within(at);
        }
        return rules;
    }

    /** The rules in force in a folder of this one. */
    IgnoreRules within(Path inner) {
        Path file = inner.resolve(".gitignore");
        // git reads no .gitignore through a link either.
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                ? new IgnoreRules(Optional.of(this), inner, read(file))
                : this;
    }

    boolean ignore(Path path, boolean isFolder) {
        Optional<IgnoreRules> next = Optional.of(this);
        while (next.isPresent()) {
            IgnoreRules nearest = next.get();
            Boolean answer = nearest.rules.checkIgnored(RelativePath.of(nearest.folder, path), isFolder);
            if (answer != null) {
                return answer;
            }
            next = nearest.above;
        }
        return false;
    }

    /** A file that cannot be read ignores nothing: better to scan too much than too little. */
    private static IgnoreNode read(Path file) {
        IgnoreNode rules = new IgnoreNode();
        if (Files.isRegularFile(file)) {
            try (InputStream in = Files.newInputStream(file)) {
                rules.parse(in);
            } catch (IOException e) {
                return new IgnoreNode();
            }
        }
        return rules;
    }
}
