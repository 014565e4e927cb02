package dev.tagdrift.registry;

import dev.tagdrift.resolve.PassingBytes;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.time.Instant;

/**
 * A body that may take as long as it comes on: one that trickles breaks. How long nothing may come at all is the limit
 * between two packets.
 */
final class Transfer extends PassingBytes {
    /** Slower than the slowest line that somebody builds images over. */
    private static final int BYTES_PER_SECOND = 4096;

    private final InputStream body;
    private final Question question;
    private final Deadlines deadlines;
    private final Duration grace;
    private final Instant begun;
    private long taken;

    Transfer(InputStream body, Question question, Deadlines deadlines, Timeouts timeouts) {
        this.body = body;
        this.question = question;
        this.deadlines = deadlines;
        this.grace = timeouts.call();
        this.begun = deadlines.now();
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int count = body.read(into, offset, length);
        taken += Math.max(0, count);
        Instant latest = begun.plus(grace).plusSeconds(taken / BYTES_PER_SECOND);
        if (deadlines.left(question).isZero() || deadlines.now().isAfter(latest)) {
            throw new InterruptedIOException("timeout");
        }
        return count;
    }
}
