package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.NOW;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When a registry is not asked on, and how a run ends. */
final class TroublesTest {
    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry troubled;

    @AutoClose
    private FakeRegistry healthy;

    @AutoClose
    private RegistryClient client;

    @BeforeEach
    void start() throws IOException {
        troubled = FakeRegistry.start();
        healthy = FakeRegistry.start();
        for (FakeRegistry registry : new FakeRegistry[] {troubled, healthy}) {
            registry.push("app", "1", Images.single("a"));
        }
        client = clients.anonymous();
    }

    private Optional<ResolutionFailure> head(FakeRegistry registry, String name) {
        return client.head(reference(registry.reference(name))).failure();
    }

    @Test
    void rateLimitedRegistryIsAskedNoMoreAndTheOthersAre() {
        troubled.limitRate(99, "1320");
        RateLimited failure = new RateLimited(troubled.host(), Optional.of(NOW.plusSeconds(1320)));
        for (int i = 0; i < 5; i++) {
            assertThat(head(troubled, "app:1")).contains(failure);
            assertThat(head(healthy, "app:1")).isEmpty();
        }
        assertThat(troubled.requests()).hasSize(1);
        assertThat(healthy.requests()).hasSize(5);
    }

    @Test
    void limitOfPullsLeavesHeadAlone() {
        troubled.with((request, next) -> request.method().equals("GET")
                ? Response.error(429, "TOOMANYREQUESTS", "pull rate limit").with("Retry-After", "3600")
                : next.answer(request));
        assertThat(client.get(reference(troubled.reference("app:1"))).failure())
                .get()
                .isInstanceOf(RateLimited.class);
        assertThat(head(troubled, "app:1")).isEmpty();
    }

    @Test
    void lastingServerErrorsEndAfterThreeImages() {
        troubled.failWith(503, 999);
        for (int i = 0; i < 6; i++) {
            assertThat(head(troubled, "app" + i + ":1")).get().isInstanceOf(Unreachable.class);
        }
        assertThat(troubled.requests()).hasSize(9);
    }

    @Test
    void oneBrokenImageAmongGoodOnesEndsNothing() {
        troubled.with((request, next) ->
                request.path().contains("bad") ? Response.error(500, "UNKNOWN", "no") : next.answer(request));
        for (int i = 0; i < 5; i++) {
            assertThat(head(troubled, "bad:1")).isPresent();
            assertThat(head(troubled, "app:1")).isEmpty();
        }
    }

    @Test
    void oneBrokenRepositoryDoesNotEndTheOthers() {
        troubled.with((request, next) ->
                request.path().contains("bad") ? Response.error(500, "UNKNOWN", "no") : next.answer(request));
        for (int i = 0; i < 5; i++) {
            assertThat(head(troubled, "bad:" + i)).isPresent();
        }
        assertThat(head(troubled, "app:1")).isEmpty();
    }

    @Test
    void brokenServerOfBlobsDoesNotEndTheRegistry() {
        troubled.with((request, next) -> request.path().contains("/blobs/")
                ? Response.error(307, "MOVED", "moved").with("Location", "http://127.0.0.1:1/blob")
                : next.answer(request));
        Descriptor blob = new Descriptor(Digest.of(new byte[1]), new MediaType("application/x-tar"));
        for (int i = 0; i < 5; i++) {
            Repository repository = new Repository(troubled.host(), "app" + i);
            assertThat(client.read(repository, blob, InputStream::read).failure())
                    .containsInstanceOf(Unreachable.class);
        }
        assertThat(head(troubled, "app:1")).isEmpty();
        assertThat(troubled.requests()).hasSizeLessThan(8);
    }

    @Test
    void nothingListensIsKnownAtOnce() {
        String host = troubled.host();
        troubled.close();
        Unreachable first = (Unreachable) head(troubled, "app:1").orElseThrow();
        assertThat(first.obstacle()).isEqualTo(Obstacle.REFUSED);
        assertThat(head(troubled, "other:1")).contains(first);
        assertThat(first.registry()).isEqualTo(host);
    }

    @ParameterizedTest
    @CsvSource({"408, 0", "503, 0", "408, ''", "503, 3"})
    void nothingIsRepeatedBehindOurBack(int status, String retryAfter) {
        troubled.with((request, next) -> {
            Response answer = Response.error(status, "UNAVAILABLE", "injected");
            return retryAfter.isEmpty() ? answer : answer.with("Retry-After", retryAfter);
        });
        assertThat(head(troubled, "app:1")).isPresent();
        assertThat(troubled.requests()).hasSize(3);
        assertThat(clients.waits())
                .hasSize(2)
                .first()
                .isEqualTo(retryAfter.equals("3") ? Duration.ofSeconds(3) : Duration.ofMillis(500));
    }

    @Test
    void runThatIsOutOfTimeAsksNoMore() {
        Clock late = Clock.tick(Clock.systemUTC(), Duration.ofMillis(1));
        RunLimit limit = RunLimit.from(late, Duration.ofMillis(1));
        var network = new RegistryClient.Network(Proxies.NONE, Trust.USUAL, Optional.of(limit));
        try (RegistryClient hurried =
                RegistryClient.create(CredentialStore.ANONYMOUS, Map.of(), network, "test", late)) {
            healthy.delay(Duration.ofMillis(50));
            assertThat(hurried.head(reference(healthy.reference("app:1"))).failure())
                    .contains(new OutOfTime(healthy.host(), Duration.ofMillis(1)));
        }
    }

    @Test
    void interruptedRunAsksNoMore() {
        client.interrupt();
        assertThat(head(healthy, "app:1")).contains(new Interrupted(healthy.host()));
        assertThat(healthy.requests()).isEmpty();
    }

    @Test
    void interruptBreaksWhatIsUnderWay() throws InterruptedException {
        healthy.delay(Duration.ofSeconds(30));
        Thread asking = Thread.ofPlatform().daemon().start(() -> head(healthy, "app:1"));
        while (healthy.requests().isEmpty()) {
            Thread.onSpinWait();
        }
        client.interrupt();
        asking.join(Duration.ofSeconds(20));
        assertThat(asking.isAlive()).isFalse();
    }

    @Test
    void quotaIsRemembered() {
        troubled.with((request, next) ->
                next.answer(request).with("ratelimit-limit", "100;w=21600").with("ratelimit-remaining", "76;w=21600"));
        head(troubled, "app:1");
        assertThat(client.quotas())
                .containsOnly(Map.entry(troubled.host(), new Quota(Optional.of(100), 76, Optional.of(21600))));
    }
}
