package dev.tagdrift.registry;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Whether somebody ended the run. */
final class Halt {
    private final CountDownLatch over = new CountDownLatch(1);

    void now() {
        over.countDown();
    }

    boolean isOver() {
        return over.getCount() == 0;
    }

    /** Waits for so long, or until the run is ended. */
    void sleep(Duration time) throws InterruptedException {
        if (over.await(time.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new InterruptedException("the run is over");
        }
    }
}
