package dev.tagdrift.report;

import java.nio.charset.StandardCharsets;

/** A text that takes parts as long as it has room for them. */
final class BoundedText {
    private final StringBuilder text = new StringBuilder();
    private final int limit;
    private int bytes;

    /**
     * An empty text.
     *
     * @param limit of its length in bytes of UTF-8, which are at least as many as characters
     */
    BoundedText(int limit) {
        this.limit = limit;
    }

    static int size(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /**
     * Adds a part, or nothing of it.
     *
     * @param reserve bytes that must still be free after it
     * @return whether it fits
     */
    boolean append(String part, int reserve) {
        int size = size(part);
        if (size > limit - reserve - bytes) {
            return false;
        }
        bytes += size;
        text.append(part);
        return true;
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
