package dev.tagdrift.registry;

import java.time.Duration;

/**
 * How long a server is waited for.
 *
 * @param connect until it is connected
 * @param read between two packets
 * @param call for one exchange in all
 * @param image for everything that one question takes: tokens, redirects, attempts, and waits between them
 */
record Timeouts(Duration connect, Duration read, Duration call, Duration image) {
    static final Timeouts USUAL = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60));

    Timeouts(Duration connect, Duration read, Duration call) {
        this(connect, read, call, Duration.ofMinutes(2));
    }
}
