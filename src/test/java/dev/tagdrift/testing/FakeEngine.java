package dev.tagdrift.testing;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A Docker engine on a free port of loopback, as far as it tells about images: {@code GET /images/NAME/json}. */
public final class FakeEngine implements AutoCloseable {
    private final Map<String, String> images = new ConcurrentHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int status = 200;

    private FakeEngine() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    /** Starts one without images. */
    public static FakeEngine start() throws IOException {
        return new FakeEngine();
    }

    /** What {@code DOCKER_HOST} has to say. */
    public String host() {
        return "tcp://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The variables of a shell that uses this engine. */
    public Map<String, String> environment() {
        return Map.of("DOCKER_HOST", host());
    }

    /** What was asked so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** Keeps an image for linux/amd64 under these names. */
    public FakeEngine hold(Held image, String... names) {
        for (String name : names) {
            images.put(name, image.json());
        }
        return this;
    }

    /** Answers each question with these words, whatever they are. */
    public void hold(String name, String json) {
        images.put(name, json);
    }

    /** Answers each question with this status. */
    public void failWith(int other) {
        status = other;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            String name = path.replaceFirst("^/images/(.*)/json$", "$1");
            String image = images.get(name);
            int code = status != 200 ? status : image == null ? 404 : 200;
            String body = code == 200 ? String.valueOf(image) : "{\"message\":\"No such image: " + name + "\"}";
            byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(code, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    /**
     * An image as an engine tells it.
     *
     * @param repoDigests what registries call it
     * @param platform it runs on
     * @param layers its diff ids
     * @param labels by key
     */
    public record Held(List<String> repoDigests, String platform, List<Digest> layers, Map<String, String> labels) {
        /** An image for linux/amd64 without a name in a registry, with the layers that {@link Images} have by salt. */
        public static Held of(String... salts) {
            List<Digest> layers =
                    Arrays.stream(salts).map(Images::layer).map(Digest::of).toList();
            return new Held(List.of(), "linux/amd64", layers, Map.of());
        }

        /** The same, as it was pulled. */
        public Held pulledAs(String... digests) {
            return new Held(List.of(digests), platform, layers, labels);
        }

        /** The same for another platform. */
        public Held on(String other) {
            return new Held(repoDigests, other, layers, labels);
        }

        /** The same with labels. */
        public Held labelled(Map<String, String> some) {
            return new Held(repoDigests, platform, layers, some);
        }

        String json() {
            String[] parts = platform.split("/", -1);
            return """
                    {"Id":"%s","RepoTags":[],"RepoDigests":%s,"Created":"2025-08-05T21:43:51.5Z","Os":"%s",\
                    "Architecture":"%s","Config":{"Labels":{%s}},"RootFS":{"Type":"layers","Layers":%s}}""".formatted(
                            Resolved.digest("config" + this),
                            texts(repoDigests),
                            parts[0],
                            parts[1],
                            labels.entrySet().stream()
                                    .map(label -> "\"" + label.getKey() + "\":\"" + label.getValue() + "\"")
                                    .collect(Collectors.joining(",")),
                            texts(layers));
        }

        private static String texts(List<?> values) {
            return values.stream().map(value -> "\"" + value + "\"").collect(Collectors.joining(",", "[", "]"));
        }
    }
}
