package dev.tagdrift.explain;

/** Told, from several threads, how far the reading of layers is. */
public interface LayerWatch {
    /** Watches nothing. */
    LayerWatch NONE = new LayerWatch() {
        @Override
        public void expect(long bytes) {}

        @Override
        public void read(long bytes) {}
    };

    /** So many bytes more will be read, or be known without. */
    void expect(long bytes);

    /** So many of them were. */
    void read(long bytes);
}
