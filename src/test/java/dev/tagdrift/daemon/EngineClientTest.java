package dev.tagdrift.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Resolved;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineClientTest {
    private static final String DIGESTED = "python@" + Resolved.digest("index");

    @AutoClose
    private FakeEngine engine;

    @BeforeEach
    void start() throws IOException {
        engine = FakeEngine.start();
    }

    private static Answer<Optional<LocalImage>> ask(String host, String name) {
        return ask(host, name, Duration.ofSeconds(60));
    }

    private static Answer<Optional<LocalImage>> ask(String host, String name, Duration limit) {
        try (EngineClient client = EngineClient.of(URI.create(host), Optional.empty(), limit)) {
            return client.find(name);
        }
    }

    private static Hindrance hindrance(String host) {
        return hindrance(host, Duration.ofSeconds(60));
    }

    private static Hindrance hindrance(String host, Duration limit) {
        return ask(host, "app", limit) instanceof Failed<?>(NoEngine none) ? none.hindrance() : Hindrance.NOWHERE;
    }

    @Test
    void readsWhatAnImageIsMadeOf() {
        engine.hold(
                Held.of("base", "own").pulledAs(DIGESTED, "<none>@<none>").labelled(Map.of("a", "b")),
                "docker.io/library/app:1");
        LocalImage image = ask(engine.host(), "docker.io/library/app:1")
                .found()
                .orElseThrow()
                .orElseThrow();
        assertThat(image.digests()).extracting(Digested::familiar).containsExactly(DIGESTED);
        assertThat(image.config().diffIds())
                .containsExactly(Digest.of(Images.layer("base")), Digest.of(Images.layer("own")));
        assertThat(image.config().platform()).isEqualTo(Resolved.platform("linux/amd64"));
        assertThat(image.config().run().labels()).containsExactlyEntriesOf(Map.of("a", "b"));
        assertThat(engine.requests()).containsExactly("GET /images/docker.io/library/app:1/json");
    }

    @Test
    void knowsThatAnImageIsNotHeld() {
        assertThat(ask(engine.host(), "app").found()).contains(Optional.empty());
    }

    @Test
    void letsNoNameBecomeAnotherQuestion() {
        ask(engine.host(), "app?force=1 #");
        assertThat(engine.requests()).containsExactly("GET /images/app?force=1+#/json");
    }

    @Test
    void tellsAnEngineThatFails() {
        engine.failWith(500);
        assertThat(ask(engine.host(), "app").failure())
                .contains(new NoEngine(engine.host(), Hindrance.BAD_ANSWER, "status 500: No such image: app"));
    }

    @Test
    void tellsAnAnswerThatIsNoImage() {
        for (String body : List.of("[]", "{}", "nonsense", "{\"Id\":\"sha256:12\",\"Os\":\"linux\"}")) {
            engine.hold("app", body);
            assertThat(hindrance(engine.host())).isEqualTo(Hindrance.BAD_ANSWER);
        }
    }

    @Test
    void tellsThatNothingListens(@TempDir Path folder) {
        engine.close();
        assertThat(hindrance(engine.host())).isEqualTo(Hindrance.NOT_RUNNING);
        assertThat(hindrance("unix://" + folder.resolve("none.sock"))).isEqualTo(Hindrance.NOT_RUNNING);
    }

    @Test
    void waitsForNobodyForEver(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("s");
        try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                ServerSocketChannel socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            socket.bind(UnixDomainSocketAddress.of(path));
            Duration shortly = Duration.ofMillis(500);
            assertThat(hindrance("tcp://127.0.0.1:" + deaf.getLocalPort(), shortly))
                    .isEqualTo(Hindrance.TIMED_OUT);
            assertThat(hindrance("unix://" + path, shortly)).isEqualTo(Hindrance.TIMED_OUT);
        }
    }
}
