package dev.tagdrift.dockerfile;

/** What a path in an image comes down to. */
final class Paths {
    private Paths() {}

    /** Whether an absolute path is the root, after {@code .} and {@code ..} are resolved. */
    static boolean isRoot(String path) {
        int depth = 0;
        for (String part : path.split("/", -1)) {
            if (part.equals("..")) {
                depth = Math.max(0, depth - 1);
            } else if (!part.isEmpty() && !part.equals(".")) {
                depth++;
            }
        }
        return depth == 0;
    }
}
