package dev.tagdrift.daemon;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.daemon.EngineLocation.At;
import dev.tagdrift.daemon.EngineLocation.Unknown;
import dev.tagdrift.image.Digest;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineSearchTest {
    @TempDir
    private Path system;

    private EngineLocation find(Map<String, String> environment) {
        return new EngineSearch(environment, system.resolve("home"), system).find();
    }

    private static At at(String host) {
        return new At(URI.create(host), Optional.empty());
    }

    private Path file(String path, String text) throws IOException {
        Path file = system.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private void context(String name, String host) throws IOException {
        String key = Digest.of(name.getBytes(StandardCharsets.UTF_8)).hex();
        file(
                "home/.docker/contexts/meta/" + key + "/meta.json",
                "{\"Name\":\"" + name + "\",\"Endpoints\":{\"docker\":{\"Host\":\"" + host + "\"}}}");
    }

    @Test
    void takesTheVariableBeforeAll() throws IOException {
        context("far", "tcp://far:1");
        file("var/run/docker.sock", "");
        assertThat(find(Map.of("DOCKER_HOST", "tcp://here", "DOCKER_CONTEXT", "far")))
                .isEqualTo(at("tcp://here:2375"));
        assertThat(find(Map.of("DOCKER_HOST", "unix:///a.sock"))).isEqualTo(at("unix:///a.sock"));
    }

    @Test
    void speaksTlsWhereItIsToldTo() {
        assertThat(find(Map.of("DOCKER_HOST", "tcp://here", "DOCKER_TLS_VERIFY", "1")))
                .isEqualTo(new At(URI.create("tcp://here:2376"), Optional.of(system.resolve("home/.docker"))));
        assertThat(find(Map.of("DOCKER_HOST", "tcp://here:9", "DOCKER_TLS_VERIFY", "1", "DOCKER_CERT_PATH", "/certs")))
                .isEqualTo(new At(URI.create("tcp://here:9"), Optional.of(Path.of("/certs"))));
    }

    @Test
    void takesTheContextThatIsChosen() throws IOException {
        context("far", "tcp://far:1");
        context("near", "unix:///near.sock");
        file("home/.docker/config.json", "{\"currentContext\":\"near\"}");
        assertThat(find(Map.of())).isEqualTo(at("unix:///near.sock"));
        assertThat(find(Map.of("DOCKER_CONTEXT", "far"))).isEqualTo(at("tcp://far:1"));
        file("var/run/docker.sock", "");
        assertThat(find(Map.of("DOCKER_CONTEXT", "default")))
                .isEqualTo(at("unix://" + system.resolve("var/run/docker.sock")));
    }

    @Test
    void findsTheCertificatesOfAContext() throws IOException {
        context("far", "tcp://far:1");
        String key = Digest.of("far".getBytes(StandardCharsets.UTF_8)).hex();
        Path folder =
                file("home/.docker/contexts/tls/" + key + "/docker/ca.pem", "").getParent();
        assertThat(find(Map.of("DOCKER_CONTEXT", "far")))
                .isEqualTo(new At(URI.create("tcp://far:1"), Optional.ofNullable(folder)));
    }

    @Test
    void looksIntoTheUsualPlaces() throws IOException {
        Map<String, String> session =
                Map.of("XDG_RUNTIME_DIR", system.resolve("run/user/1").toString());
        for (String socket : new String[] {
            "run/podman/podman.sock",
            "run/user/1/podman/podman.sock",
            "home/.docker/run/docker.sock",
            "run/user/1/docker.sock",
            "var/run/docker.sock"
        }) {
            file(socket, "");
            assertThat(find(session)).isEqualTo(at("unix://" + system.resolve(socket)));
        }
    }

    @Test
    void saysWhatStandsInTheWay() throws IOException {
        context("remote", "ssh://user@host");
        assertThat(hindrance(Map.of())).isEqualTo(Hindrance.NOWHERE);
        assertThat(hindrance(Map.of("DOCKER_CONTEXT", "gone"))).isEqualTo(Hindrance.BAD_CONTEXT);
        for (Map<String, String> environment : List.of(
                Map.of("DOCKER_CONTEXT", "remote"),
                Map.of("DOCKER_HOST", "ssh://host"),
                Map.of("DOCKER_HOST", "npipe:////./pipe/docker_engine"),
                Map.of("DOCKER_HOST", "no uri"),
                Map.of("DOCKER_HOST", "host"),
                Map.of("DOCKER_HOST", "tcp://"))) {
            assertThat(hindrance(environment)).isEqualTo(Hindrance.UNSUPPORTED);
        }
    }

    private Hindrance hindrance(Map<String, String> environment) {
        return ((Unknown) find(environment)).reason().hindrance();
    }
}
