package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.MediaType;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

/** Debian's {@code docker-registry} as a process on a free port of loopback, and pushes to it. */
final class DistributionRegistry implements AutoCloseable {
    /** {@code htpasswd -Bbn ci s3cret}. */
    private static final String HTPASSWD = "ci:$2y$05$GVgLMRzGOit8ANRHHz8KjeMqGowf21DHsmuxF8wAjxrBMkSlHgtnm\n";

    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("ci:s3cret".getBytes(StandardCharsets.UTF_8));
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpClient http = HttpClient.newHttpClient();
    private final int port;
    private final Process process;

    private DistributionRegistry(Path folder, String auth) throws IOException, InterruptedException {
        port = freePort();
        Path config =
                Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                log: {level: warn, accesslog: {disabled: true}}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d", secret: test}
                %s
                """.formatted(folder.resolve("store"), port, auth));
        process = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("registry.log").toFile())
                .start();
        awaitAnswer(folder.resolve("registry.log"));
    }

    /** Starts an empty registry that anybody may read and write. */
    static DistributionRegistry open(Path folder) throws IOException, InterruptedException {
        return new DistributionRegistry(folder, "");
    }

    /** Starts an empty registry that only {@code ci} with the password {@code s3cret} may read and write. */
    static DistributionRegistry withLogin(Path folder) throws IOException, InterruptedException {
        Path users = Files.writeString(folder.resolve("htpasswd"), HTPASSWD);
        return new DistributionRegistry(folder, "auth: {htpasswd: {realm: test, path: %s}}".formatted(users));
    }

    String host() {
        return "127.0.0.1:" + port;
    }

    void push(String repository, String tag, SyntheticImage image) throws IOException, InterruptedException {
        for (Content part : image.parts()) {
            if (isManifest(part)) {
                putManifest(repository, part.digest().toString(), part);
            } else {
                putBlob(repository, part);
            }
        }
        putManifest(repository, tag, image.top());
    }

    private static boolean isManifest(Content content) {
        MediaType type = content.descriptor().mediaType();
        return type.isManifest() || type.isIndex();
    }

    private void putManifest(String repository, String reference, Content manifest)
            throws IOException, InterruptedException {
        URI url = URI.create("http://" + host() + "/v2/" + repository + "/manifests/" + reference);
        put(url, manifest, manifest.descriptor().mediaType().value());
    }

    /** See the distribution specification, "POST then PUT". */
    private void putBlob(String repository, Content blob) throws IOException, InterruptedException {
        HttpRequest begin = request(URI.create("http://" + host() + "/v2/" + repository + "/blobs/uploads/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> begun = http.send(begin, HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        put(URI.create(location + "&digest=" + blob.digest()), blob, "application/octet-stream");
    }

    private void put(URI url, Content content, String type) throws IOException, InterruptedException {
        HttpRequest request = request(url)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content.bytes()))
                .build();
        HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).header("Authorization", AUTHORIZATION);
    }

    private void awaitAnswer(Path log) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!answers()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("docker-registry did not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }

    private boolean answers() throws InterruptedException {
        try {
            HttpRequest ping = request(URI.create("http://" + host() + "/v2/")).build();
            return http.send(ping, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its store goes with the test's folder, so nothing is lost by ending it hard. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
