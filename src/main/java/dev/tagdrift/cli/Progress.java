package dev.tagdrift.cli;

import dev.tagdrift.explain.LayerWatch;
import dev.tagdrift.report.Wording;
import java.io.PrintWriter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Shows a person that the program waits for answers, how many have come, and how far layers are read: one line on standard error, from the first
 * second on, wiped out at the end. A log sees nothing of it.
 */
final class Progress implements LayerWatch, AutoCloseable {
    private static final long PATIENCE_MILLIS = 1000;
    private static final long PACE_MILLIS = 200;
    private static final String WIPE = "\r\u001B[K";

    private final PrintWriter err;
    private final AtomicReference<Work> work;
    private final AtomicLong bytesExpected = new AtomicLong();
    private final AtomicLong bytesRead = new AtomicLong();
    private final CountDownLatch over = new CountDownLatch(1);
    private final Thread painter = Thread.ofPlatform().daemon().name("progress").unstarted(this::paint);

    private Progress(PrintWriter err, int total) {
        this.err = err;
        this.work = new AtomicReference<>(new Work(total, Wording::progress));
    }

    /**
     * What is being done.
     *
     * @param total how many answers are waited for
     * @param answered how many have come
     * @param words for both
     */
    private record Work(int total, AtomicInteger answered, Words words) {
        Work(int total, Words words) {
            this(total, new AtomicInteger(), words);
        }

        @Override
        public String toString() {
            return words.tell(answered.get(), total);
        }
    }

    /** Tells how many answers have come of how many. */
    @FunctionalInterface
    private interface Words {
        String tell(int answered, int total);
    }

    /**
     * Starts.
     *
     * @param shown whether a person looks on
     * @param total how many answers are waited for
     */
    static Progress start(PrintWriter err, boolean shown, int total) {
        Progress progress = new Progress(err, total);
        if (shown) {
            progress.painter.start();
        }
        return progress;
    }

    void answered() {
        work.get().answered().incrementAndGet();
    }

    /** From now on, so many explanations are waited for. */
    void explains(int total) {
        work.set(new Work(total, Wording::explaining));
    }

    @Override
    public void expect(long bytes) {
        bytesExpected.addAndGet(bytes);
    }

    @Override
    public void read(long bytes) {
        bytesRead.addAndGet(bytes);
    }

    /** What is read again after a broken connection counts once. */
    private String line() {
        long expected = bytesExpected.get();
        String layers = expected == 0 ? "" : Wording.layers(Math.min(bytesRead.get(), expected), expected);
        return work.get() + layers;
    }

    private void paint() {
        try {
            if (over.await(PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
                return;
            }
            do {
                err.print(WIPE + line());
                err.flush();
            } while (!over.await(PACE_MILLIS, TimeUnit.MILLISECONDS));
            err.print(WIPE);
            err.flush();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        over.countDown();
        try {
            painter.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
