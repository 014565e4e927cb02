package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.NOW;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.Dns;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Nothing is waited for without a limit, and nobody is blamed for a wait of ours. */
final class WaitsTest {
    private final AtomicReference<Duration> passed = new AtomicReference<>(Duration.ZERO);
    private final Clock clock = ((InstantSource) () -> NOW.plus(passed.get())).withZone(ZoneOffset.UTC);

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push("app", "1", Images.single("a"));
    }

    private RegistryClient client(Timeouts timeouts, Dns dns, Map<String, RegistrySettings> settings) {
        var network = new RegistryClient.Network(Proxies.NONE, Trust.USUAL, Optional.empty(), dns);
        var pace = new RegistryClient.Pace(Patience.usual(() -> 1), timeouts, clock, wait -> {});
        return RegistryClient.create(CredentialStore.ANONYMOUS, settings, network, "test", pace);
    }

    @Test
    void lookupThatHangsIsNotWaitedForForever() {
        CountDownLatch end = new CountDownLatch(1);
        Dns hanging = host -> hang(host, end);
        Timeouts timeouts = new Timeouts(Duration.ofMillis(20), Duration.ofSeconds(20), Duration.ofSeconds(60));
        try (RegistryClient client = client(timeouts, hanging, Map.of())) {
            assertThat(client.head(reference("registry.example.com/app:1")).failure())
                    .contains(new TimedOut("registry.example.com", Duration.ofMillis(20)));
        } finally {
            end.countDown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "registry.example.com: Name or service not known, registry.example.com:443: Name or service not known",
        "registry.example.com, registry.example.com:443",
        "no network, registry.example.com:443: no network"
    })
    void namesAnUnknownHostOnce(String said, String told) {
        Dns unknown = host -> {
            throw new UnknownHostException(said);
        };
        try (RegistryClient client = client(TestClients.LONG, unknown, Map.of())) {
            assertThat(client.head(reference("registry.example.com/app:1")).failure())
                    .contains(new Unreachable("registry.example.com", Obstacle.UNKNOWN_HOST, told));
        }
    }

    private static List<InetAddress> hang(String host, CountDownLatch end) throws UnknownHostException {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
    }

    @Test
    void timeOfAQuestionBeginsWithItsTurn() throws Exception {
        AtomicBoolean first = new AtomicBoolean(true);
        AtomicReference<Thread> waiting = new AtomicReference<>();
        CountDownLatch asked = new CountDownLatch(1);
        registry.with((request, next) -> {
            if (first.getAndSet(false)) {
                asked.countDown();
                awaitBlocked(waiting);
                passed.set(Duration.ofHours(1));
            }
            return next.answer(request);
        });
        try (RegistryClient client = client(TestClients.LONG, Dns.SYSTEM, Map.of())) {
            FutureTask<Answer<Descriptor>> one = new FutureTask<>(() -> head(client));
            FutureTask<Answer<Descriptor>> two = new FutureTask<>(() -> head(client));
            Thread.ofPlatform().daemon().start(one);
            asked.await();
            waiting.set(Thread.ofPlatform().daemon().start(two));
            assertThat(one.get().found()).isPresent();
            assertThat(two.get().found()).isPresent();
        }
    }

    private static void awaitBlocked(AtomicReference<Thread> waiting) {
        while (waiting.get() == null || waiting.get().getState() != Thread.State.BLOCKED) {
            Thread.onSpinWait();
        }
    }

    @Test
    void whoWaitsInVainForATurnIsNotCountedAgainstTheServer() {
        List<Question> sent = new ArrayList<>();
        Turnstile narrow = new Turnstile(Map.of(registry.host(), 1));
        Deadlines deadlines = new Deadlines(clock, Duration.ofMillis(1), Optional.empty());
        Troubles troubles = new Troubles(question -> answer(sent, question), clock);
        Question question = new Question(
                registry.host(),
                new Requests("test")
                        .to(HttpUrl.get("http://" + registry.host() + "/"))
                        .build(),
                1,
                NOW.plusMillis(1));
        Turns turns = new Turns(troubles, narrow, deadlines);
        enter(narrow, question);
        for (int i = 0; i < 4; i++) {
            assertThat(turns.send(question).failure()).get().isInstanceOf(TimedOut.class);
        }
        assertThat(sent).isEmpty();
        narrow.leave(question);
        assertThat(turns.send(question).found()).isPresent();
    }

    private static void enter(Turnstile turnstile, Question question) {
        try {
            assertThat(turnstile.enter(question, Duration.ofSeconds(1))).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Answer<Reply> answer(List<Question> sent, Question question) {
        sent.add(question);
        return new Answer.Found<>(new Reply(question.url(), 200, Headers.of(), List.of(), ByteString.EMPTY));
    }

    private Answer<Descriptor> head(RegistryClient client) {
        return client.head(reference(registry.reference("app:1")));
    }
}
