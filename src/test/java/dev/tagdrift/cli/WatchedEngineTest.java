package dev.tagdrift.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An engine whose answer never ends holds no run: each of its bytes comes in time. */
@Timeout(60)
class WatchedEngineTest {
    private static final byte[] HEAD = "HTTP/1.1 200 OK\r\nContent-Length: 1000000\r\n\r\n".getBytes(US_ASCII);

    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @AutoClose
    private ServerSocket engine;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim")
                .done("lock");
        engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    }

    /** Answers the first question for ever, and does this when it comes. */
    private void answerForEver(Runnable onQuestion) {
        Thread.ofPlatform().daemon().start(() -> {
            try (Socket socket = engine.accept();
                    OutputStream out = socket.getOutputStream()) {
                out.write(HEAD);
                onQuestion.run();
                while (true) {
                    out.write(' ');
                    out.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException e) {
                // The test is over.
            }
        });
    }

    private CommandRun run(Interruption interruption, String... arguments) {
        Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());
        return CommandRun.in(project.root(), environment, false, interruption, arguments);
    }

    @Test
    void timeOfTheRunEndsIt() {
        answerForEver(() -> {});
        CommandRun run = run(new Interruption(), "check", "--local", "--timeout", "1s", "--offline");
        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.out())
                .contains("error[timed-out]", "the Docker engine does not answer within the 1 second of this run");
    }

    @Test
    void interruptionEndsIt() {
        Interruption interruption = new Interruption();
        answerForEver(() -> interruption.come(Interruption.TERMINATED));
        CommandRun run = run(interruption, "verify", "daemon:app:1");
        assertThat(run.exitCode()).isEqualTo(143);
        assertThat(run.out()).contains("error[interrupted]", "interrupted before the Docker engine answered");
    }

    /** An hour that is nearly over when the registry has answered is nearly over for the engine. */
    @Test
    void registriesAndTheEngineShareOneLimit() {
        answerForEver(() -> {});
        registry.forgetRequests();
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        InstantSource clock = () -> registry.requests().isEmpty()
                ? start
                : start.plus(Duration.ofMinutes(60).minusMillis(500));
        Map<String, String> environment = Map.of("DOCKER_HOST", "tcp://127.0.0.1:" + engine.getLocalPort());
        CommandRun run = CommandRun.at(
                clock.withZone(ZoneOffset.UTC),
                project.root(),
                environment,
                false,
                "check",
                "--local",
                "--timeout",
                "1h");
        assertThat(registry.requests()).isNotEmpty();
        assertThat(run.out()).contains("the Docker engine does not answer within the 1 hour of this run");
    }

    private record Broken() implements LocalImages {
        @Override
        public Answer<Optional<LocalImage>> find(String name) {
            throw new StackOverflowError("too deep");
        }

        @Override
        public void close() {}
    }

    @Test
    void mistakeInHereIsNotToldAsTheEnginesSilence() {
        Clock clock = Clock.systemUTC();
        WatchedEngine watched = new WatchedEngine(new Broken(), RunLimit.from(clock, Duration.ofSeconds(5)), clock);
        assertThatThrownBy(() -> watched.find("app:1")).hasRootCauseMessage("too deep");
    }
}
