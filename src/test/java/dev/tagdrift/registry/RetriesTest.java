package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.NOW;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.testing.ClosedPort;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RetriesTest {
    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @AutoClose
    private RegistryClient client;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push("app", "1", Images.single("a"));
        client = clients.anonymous();
    }

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void passingTroubleIsWaitedOut(int status) {
        registry.failWith(status, 2);
        assertThat(head().found()).isPresent();
    }

    @Test
    void waitsGrow() {
        registry.failWith(503, 2);
        assertThat(head().found()).isPresent();
        assertThat(clients.waits()).containsExactly(Duration.ofMillis(500), Duration.ofMillis(1000));
        assertThat(registry.requests()).hasSize(3);
    }

    @Test
    void lastingTroubleIsTold() {
        registry.failWith(502, 99);
        Unreachable failure = (Unreachable) failure();
        assertThat(failure.obstacle()).isEqualTo(Obstacle.SERVER_ERROR);
        assertThat(failure.detail()).contains("answers 502");
        assertThat(registry.requests()).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 418})
    void whatIsFinalIsAskedOnce(int status) {
        registry.failWith(status, 1);
        head();
        assertThat(registry.requests())
                .filteredOn(line -> line.startsWith("HEAD"))
                .hasSize(1);
        assertThat(clients.waits()).isEmpty();
    }

    @Test
    void strangeStatusIsBadAnswer() {
        registry.failWith(418, 9);
        assertThat(failure())
                .isInstanceOfSatisfying(
                        BadAnswer.class, bad -> assertThat(bad.flaw()).isEqualTo(BadAnswer.Flaw.STATUS));
    }

    /** So answers who expects TLS. */
    @Test
    void refusalOfPlainHttpIsToldFromOtherStatuses() {
        registry.failWith(400, 9);
        assertThat(failure())
                .isInstanceOfSatisfying(
                        BadAnswer.class, bad -> assertThat(bad.flaw()).isEqualTo(BadAnswer.Flaw.PLAIN_HTTP));
    }

    @Test
    void brokenConnectionIsMadeAgain() {
        registry.breakConnection(2);
        assertThat(head().found()).isPresent();
    }

    @Test
    void askedWaitIsKept() {
        registry.limitRate(1, "7");
        assertThat(head().found()).isPresent();
        assertThat(clients.waits()).containsExactly(Duration.ofSeconds(7));
    }

    @Test
    void askedWaitMayBeDate() {
        registry.limitRate(1, "Sat, 21 Nov 2026 12:00:09 GMT");
        assertThat(head().found()).isPresent();
        assertThat(clients.waits()).containsExactly(Duration.ofSeconds(9));
    }

    @Test
    void askedWaitThatIsTooLongEndsItAtOnce() {
        registry.limitRate(1, "1320");
        assertThat(failure()).isEqualTo(new RateLimited(registry.host(), Optional.of(NOW.plusSeconds(1320))));
        assertThat(registry.requests()).hasSize(1);
        assertThat(clients.waits()).isEmpty();
    }

    @Test
    void limitThatLastsIsToldWithoutTime() {
        registry.limitRate(99, "soon");
        assertThat(failure()).isEqualTo(new RateLimited(registry.host(), Optional.empty()));
    }

    @Test
    void nobodyListening() throws IOException {
        try (ClosedPort port = ClosedPort.take()) {
            Unreachable failure = (Unreachable)
                    client.head(reference(port.address() + "/app:1")).failure().orElseThrow();
            assertThat(failure.obstacle()).isEqualTo(Obstacle.REFUSED);
            assertThat(failure.detail()).startsWith(port.address() + ": ");
        }
    }

    @Test
    void slowAnswerIsNotWaitedForForever() {
        registry.delay(Duration.ofSeconds(30));
        Duration shortly = Duration.ofMillis(50);
        Timeouts impatient = new Timeouts(Duration.ofSeconds(10), shortly, Duration.ofSeconds(60));
        try (RegistryClient hasty = clients.with(CredentialStore.ANONYMOUS, Map.of(), impatient)) {
            assertThat(hasty.head(reference(registry.reference("app:1"))).failure())
                    .contains(new TimedOut(registry.host(), shortly));
        }
    }

    @Test
    void interruptedThreadGetsItsFailureAtOnce() {
        Thread.currentThread().interrupt();
        try {
            assertThat(failure()).isInstanceOf(Interrupted.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
        assertThat(clients.waits()).isEmpty();
    }

    @Test
    void wordsOfStrangersAreMadeSafe() {
        registry.with((request, next) -> Response.error(403, "DENIED", "a\\u001b[31mb\\nc" + "x".repeat(500)));
        ResolutionFailure.Denied denied = (ResolutionFailure.Denied)
                client.get(reference(registry.reference("app:1"))).failure().orElseThrow();
        assertThat(denied.detail()).startsWith("a [31mb c").hasSizeLessThan(210);
    }

    private ResolutionFailure failure() {
        return head().failure().orElseThrow();
    }

    private Answer<Descriptor> head() {
        return client.head(reference(registry.reference("app:1")));
    }
}
