package dev.tagdrift.cli;

import java.util.List;
import java.util.OptionalInt;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * That somebody ends the run, by Ctrl-C or a signal. What is under way is broken off, the summary is told, and the virtual
 * machine ends with 130 or 143 by itself.
 */
public final class Interruption {
    /** 128 and the number of SIGINT, as shells count. */
    public static final int BY_KEYBOARD = 130;

    /** Likewise of SIGTERM. */
    public static final int TERMINATED = 143;

    private static final int ATTEMPTS = 50;
    private static final long PAUSE_MILLIS = 100;

    private final List<Runnable> breaks = new CopyOnWriteArrayList<>();
    private final CountDownLatch told = new CountDownLatch(1);
    private final AtomicReference<OptionalInt> exitCode = new AtomicReference<>(OptionalInt.empty());

    /** Runs this when it comes; at once if it has. */
    void onCome(Runnable action) {
        breaks.add(action);
        if (exitCode().isPresent()) {
            action.run();
        }
    }

    /** Breaks off what is under way, of a run that ends with this. */
    public void come(int end) {
        exitCode.set(OptionalInt.of(end));
        breaks.forEach(Runnable::run);
    }

    /** What the run ends with, if it was interrupted. */
    OptionalInt exitCode() {
        return exitCode.get();
    }

    /**
     * What the virtual machine ends with. It does not tell the signal, but starts a thread for it that bears its name, such as
     * {@code SIGTERM handler}.
     */
    private static int signalled() {
        boolean terminated = Thread.getAllStackTraces().keySet().stream()
                .map(Thread::getName)
                .anyMatch("SIGTERM handler"::equals);
        return terminated ? TERMINATED : BY_KEYBOARD;
    }

    /** The run has told all that it has to tell. */
    void runIsOver() {
        told.countDown();
    }

    /** Called when the virtual machine ends: lets a run that is under way tell what it has, a few seconds at most. */
    void shutDown() {
        try {
            int end = signalled();
            for (int i = 0; i < ATTEMPTS && told.getCount() > 0; i++) {
                come(end);
                if (told.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
