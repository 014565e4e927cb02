package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.Response;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.FakeRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class BlobsTest {
    private static final byte[] LAYER = layer();
    private static final Descriptor BLOB = new Descriptor(Digest.of(LAYER), new MediaType("application/x-tar"));
    private static final BlobReader<Digest> WHOLE = bytes -> Digest.of(bytes.readAllBytes());

    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    private static byte[] layer() {
        byte[] bytes = new byte[300_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push(
                "app",
                "1",
                SyntheticImage.single(ImageRecipe.of(Platform.LINUX_AMD64).withLayer(LAYER, "ADD")));
    }

    @Test
    void readerGetsAllBytes() {
        assertThat(read(clients.anonymous(), WHOLE).found()).contains(BLOB.digest());
    }

    @Test
    void tokenIsFetchedFirst() {
        registry.requireToken("ci", "s3cret");
        assertThat(read(clients.as(CI), WHOLE).found()).contains(BLOB.digest());
        assertThat(read(clients.anonymous(), WHOLE).failure()).containsInstanceOf(Denied.class);
    }

    @Test
    void redirectIsFollowed() {
        registry.with((request, next) -> request.path().startsWith("/elsewhere/")
                ? Response.of(200, Content.of(BLOB.mediaType(), LAYER))
                : Response.error(307, "MOVED", "moved").with("Location", "/elsewhere/blob"));
        assertThat(read(clients.anonymous(), WHOLE)).isEqualTo(new Answer.Found<>(BLOB.digest()));
    }

    @Test
    void otherBytesAreNoticedByWhoReadsAll() {
        registry.with((request, next) -> Response.of(200, "text/plain", "other bytes"));
        assertThat(read(clients.anonymous(), WHOLE).failure())
                .hasValueSatisfying(failure -> assertThat(failure)
                        .isInstanceOfSatisfying(
                                BadAnswer.class, bad -> assertThat(bad.flaw()).isEqualTo(Flaw.DIGEST_MISMATCH)));
        assertThat(read(clients.anonymous(), InputStream::read).found()).contains((int) 'o');
    }

    @Test
    void passingTroubleIsWaitedOut() {
        registry.failWith(503, 2);
        assertThat(read(clients.anonymous(), WHOLE).found()).contains(BLOB.digest());
    }

    @Test
    void whatIsMissingIsSaidToBe() {
        Descriptor other = new Descriptor(Digest.of(new byte[1]), BLOB.mediaType());
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.read(new Repository(registry.host(), "app"), other, WHOLE)
                            .failure())
                    .contains(new NotFound(registry.host(), true, false));
        }
    }

    @Test
    void brokenTransferBeginsAnew() throws IOException {
        AtomicInteger readers = new AtomicInteger();
        try (PouringServer server = new PouringServer(LAYER, LAYER.length, 1);
                RegistryClient client = clients.anonymous()) {
            Answer<Digest> answer = client.read(new Repository(server.host(), "app"), BLOB, bytes -> {
                readers.incrementAndGet();
                return WHOLE.read(bytes);
            });
            assertThat(answer.found()).contains(BLOB.digest());
            assertThat(readers).hasValue(2);
        }
    }

    @Test
    void transferThatBreaksAlwaysIsAFailure() throws IOException {
        try (PouringServer server = new PouringServer(LAYER, LAYER.length, 100);
                RegistryClient client = clients.anonymous()) {
            assertThat(client.read(new Repository(server.host(), "app"), BLOB, WHOLE)
                            .failure())
                    .containsInstanceOf(Unreachable.class);
        }
    }

    @Test
    void whatIsNotWantedIsNotWaitedFor() throws Exception {
        long much = 4L << 30;
        try (PouringServer server = new PouringServer(LAYER, much, 0);
                RegistryClient client = clients.anonymous()) {
            Repository repository = new Repository(server.host(), "app");
            assertThat(client.read(repository, BLOB, bytes -> bytes.readNBytes(1000).length)
                            .found())
                    .contains(1000);
            assertThat(server.poured()).isLessThan(much / 16);
        }
    }

    @Test
    void errorThatTricklesIsNotWaitedForToItsEnd() throws IOException {
        List<String> pieces = new ArrayList<>(Collections.nCopies(100, "x"));
        pieces.addFirst("HTTP/1.1 404 Not Found\r\nContent-Length: 100\r\n\r\n");
        Timeouts hasty = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofMillis(500));
        var pace = new RegistryClient.Pace(Patience.usual(() -> 1), hasty, Clock.systemUTC(), wait -> {});
        try (RawServer server = new RawServer(pieces, 50);
                RegistryClient client =
                        RegistryClient.create(CredentialStore.ANONYMOUS, Map.of(), "tagdrift/test", pace)) {
            assertThat(client.read(new Repository(server.host(), "app"), BLOB, WHOLE)
                            .failure())
                    .containsInstanceOf(TimedOut.class);
        }
    }

    @Test
    void transfersLeaveAPlaceForOthers() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        RegistrySettings two = new RegistrySettings(
                Optional.empty(), false, Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(2));
        Timeouts hasty = new Timeouts(
                Duration.ofSeconds(10), Duration.ofSeconds(20), Duration.ofSeconds(60), Duration.ofSeconds(5));
        try (RegistryClient client = clients.with(CredentialStore.ANONYMOUS, Map.of(registry.host(), two), hasty)) {
            Runnable transfer = () -> client.read(new Repository(registry.host(), "app"), BLOB, bytes -> {
                begun.incrementAndGet();
                awaitEnd(end);
                return WHOLE.read(bytes);
            });
            client.head(reference(registry.reference("app:1")));
            Thread.ofPlatform().daemon().start(transfer);
            Thread other = Thread.ofPlatform().daemon().start(transfer);
            while (begun.get() == 0 || (begun.get() == 1 && other.getState() != Thread.State.TIMED_WAITING)) {
                Thread.onSpinWait();
            }
            assertThat(client.head(reference(registry.reference("app:1"))).found())
                    .isPresent();
        } finally {
            end.countDown();
        }
    }

    private static void awaitEnd(CountDownLatch end) {
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void interruptBreaksATransfer() throws IOException {
        try (PouringServer server = new PouringServer(LAYER, 4L << 30, 0);
                RegistryClient client = clients.anonymous()) {
            Answer<Long> answer = client.read(new Repository(server.host(), "app"), BLOB, bytes -> {
                long first = bytes.readNBytes(1000).length;
                client.interrupt();
                return first + bytes.transferTo(OutputStream.nullOutputStream());
            });
            assertThat(answer.failure()).contains(new Interrupted(server.host()));
        }
    }

    private <T> Answer<T> read(RegistryClient client, BlobReader<T> reader) {
        try (client) {
            return client.read(new Repository(registry.host(), "app"), BLOB, reader);
        }
    }
}
