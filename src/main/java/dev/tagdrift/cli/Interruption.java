package dev.tagdrift.cli;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * That somebody ends the run, by Ctrl-C or a signal. What is under way is broken off, the summary is told, and the virtual
 * machine ends with 130 or 143 by itself.
 */
public final class Interruption {
    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 100;

    private final List<Runnable> breaks = new CopyOnWriteArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private volatile boolean come;

    /** Runs this when it comes; at once if it has. */
    void onCome(Runnable action) {
        breaks.add(action);
        if (come) {
            action.run();
        }
    }

    /** Breaks off what is under way. */
    public void come() {
        come = true;
        breaks.forEach(Runnable::run);
    }

    boolean hasCome() {
        return come;
    }

    /** The run has told all that it has to tell. */
    void runIsOver() {
        told.countDown();
    }

    /** Called when the virtual machine ends: lets a run that is under way tell what it has, a few seconds at most. */
    void shutDown() {
        try {
            for (int i = 0; i < ATTEMPTS && told.getCount() > 0; i++) {
                come();
                if (told.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
