package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** How long a body may take. Every look at the clock is a second later than the one before. */
final class TransferTest {
    @Test
    void bodyThatComesOnMayTakeLong() throws IOException {
        assertThat(transfer(Optional.empty()).readAllBytes()).hasSize(4_000_000);
    }

    @Test
    void bodyThatTricklesBreaks() {
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> readSlowly(transfer(Optional.empty())));
    }

    @Test
    void runThatIsOverEndsIt() {
        assertThatExceptionOfType(InterruptedIOException.class)
                .isThrownBy(() -> transfer(Optional.of(Duration.ofSeconds(5))).readAllBytes());
    }

    private static void readSlowly(InputStream body) throws IOException {
        while (body.read() >= 0) {
            assertThat(body.available()).isZero();
        }
    }

    private static Transfer transfer(Optional<Duration> run) {
        Seconds clock = new Seconds();
        Deadlines deadlines =
                new Deadlines(clock, Duration.ofSeconds(10), run.map(length -> RunLimit.from(clock, length)));
        Request request = new Request.Builder().url("https://a.example/").build();
        Question question = new Question("a.example", request, 10, deadlines.ofRun());
        return new Transfer(new ByteArrayInputStream(new byte[4_000_000]), question, deadlines, TestClients.LONG);
    }

    /** A second later each time. */
    private static final class Seconds extends Clock {
        private final AtomicLong looks = new AtomicLong();

        @Override
        public Instant instant() {
            return TestClients.NOW.plusSeconds(looks.getAndIncrement());
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
