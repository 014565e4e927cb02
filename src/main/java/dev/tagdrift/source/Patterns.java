package dev.tagdrift.source;

import java.util.List;
import org.eclipse.jgit.ignore.FastIgnoreRule;
import org.eclipse.jgit.ignore.IgnoreNode;

/** Patterns of the settings, in the syntax of gitignore: the last one that matches decides. */
final class Patterns {
    private final IgnoreNode rules;

    Patterns(List<String> patterns) {
        rules = new IgnoreNode(patterns.stream().map(FastIgnoreRule::new).toList());
    }

    /** Whether the file, or a folder that it is in, matches; the path is relative to the root. */
    boolean matchFile(String path) {
        return match(path, false) || folders(path);
    }

    /** Whether the folder itself matches. */
    boolean matchFolder(String path) {
        return match(path, true);
    }

    private boolean folders(String path) {
        for (int slash = path.indexOf('/'); slash > 0; slash = path.indexOf('/', slash + 1)) {
            if (match(path.substring(0, slash), true)) {
                return true;
            }
        }
        return false;
    }

    private boolean match(String path, boolean folder) {
        return Boolean.TRUE.equals(rules.checkIgnored(path, folder));
    }
}
