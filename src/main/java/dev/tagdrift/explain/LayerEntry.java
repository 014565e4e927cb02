package dev.tagdrift.explain;

/** What a layer has at a path. */
sealed interface LayerEntry {
    /** What an entry takes in memory besides its name. */
    int OVERHEAD = 100;

    /** How many bytes it takes in memory, besides its name. */
    default int size() {
        return OVERHEAD;
    }

    /** A regular file. */
    final class Stored implements LayerEntry {
        private final byte[] bytes;

        Stored(byte[] bytes) {
            this.bytes = bytes.clone();
        }

        byte[] bytes() {
            return bytes.clone();
        }

        @Override
        public int size() {
            return OVERHEAD + bytes.length;
        }
    }

    /**
     * A symbolic link.
     *
     * @param target as it is written
     */
    record Link(String target) implements LayerEntry {
        @Override
        public int size() {
            return OVERHEAD + target.length();
        }
    }

    /**
     * A second name of a file.
     *
     * @param target its path from the root
     */
    record HardLink(String target) implements LayerEntry {
        @Override
        public int size() {
            return OVERHEAD + target.length();
        }
    }

    /** A folder: it takes the place of a link or file, not of a folder. */
    record Folder() implements LayerEntry {}

    /** Something that cannot be read, or need not be. */
    record Other() implements LayerEntry {}

    /** Nothing, in place of what lower layers have there. */
    record Removed() implements LayerEntry {}
}
