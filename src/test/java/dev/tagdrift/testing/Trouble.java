package dev.tagdrift.testing;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Something that goes wrong with registries.
 *
 * @param name for figures
 * @param way how it answers; may let the registry answer and spoil that
 */
record Trouble(String name, Way way) {
    private static final String DIGEST = "Docker-Content-Digest";
    private static final String INDEX = "application/vnd.oci.image.index.v1+json";

    /** Everything that was seen, short of plausible lies. */
    static final List<Trouble> ALL = List.of(
            new Trouble("rate-limit", (request, next, random) -> limited()),
            new Trouble(
                    "rate-limit-seconds", (request, next, random) -> limited().with("Retry-After", "1")),
            new Trouble(
                    "rate-limit-date",
                    (request, next, random) -> limited().with("Retry-After", "Sat, 21 Nov 2026 12:00:05 GMT")),
            new Trouble("rate-limit-hours", (request, next, random) -> limited().with("Retry-After", "21600")),
            new Trouble(
                    "rate-limit-nonsense", (request, next, random) -> limited().with("Retry-After", "soon")),
            new Trouble(
                    "server-error",
                    (request, next, random) -> Response.error(random.nextInt(500, 505), "UNKNOWN", "injected")),
            new Trouble("request-timeout", (request, next, random) -> Response.error(408, "UNKNOWN", "injected")),
            new Trouble("reset", (request, next, random) -> {
                throw new UncheckedIOException(new SocketException("injected"));
            }),
            new Trouble(
                    "too-slow",
                    (request, next, random) ->
                            Faults.delay(Duration.ofMillis(900)).answer(request, next)),
            new Trouble(
                    "slow",
                    (request, next, random) ->
                            Faults.delay(Duration.ofMillis(random.nextInt(20))).answer(request, next)),
            new Trouble("half-document", (request, next, random) -> half(next.answer(request))),
            new Trouble(
                    "no-digest", (request, next, random) -> next.answer(request).without(DIGEST)),
            new Trouble(
                    "unreadable-digest",
                    (request, next, random) -> next.answer(request).with(DIGEST, "sha256:c0ffee")),
            new Trouble(
                    "contradicting-digest",
                    (request, next, random) -> request.method().equals("HEAD")
                            ? next.answer(request).without(DIGEST)
                            : next.answer(request).with(DIGEST, "sha256:" + "0123456789abcdef".repeat(4))),
            new Trouble(
                    "head-refused",
                    (request, next, random) -> request.method().equals("HEAD")
                            ? Response.error(
                                    random.nextBoolean() ? 404 : random.nextBoolean() ? 405 : 501,
                                    "UNSUPPORTED",
                                    "injected")
                            : next.answer(request)),
            new Trouble(
                    "page-404",
                    (request, next, random) -> Response.of(404, "text/html", "<html><title>Not here</title></html>")),
            new Trouble("bare-404", (request, next, random) -> Response.of(404, "text/plain", "")),
            new Trouble("denied-404", (request, next, random) -> Response.error(404, "DENIED", "no access")),
            new Trouble(
                    "portal",
                    (request, next, random) -> Response.of(200, "text/html", "<html><title>Sign in</title></html>")),
            new Trouble("empty", (request, next, random) -> Response.of(200, INDEX, "")),
            new Trouble(
                    "garbage",
                    (request, next, random) -> Response.of(200, INDEX, "{\"schemaVersion\":2,\"manifests\":[{]")),
            new Trouble(
                    "nested",
                    (request, next, random) -> Response.of(200, INDEX, "{\"manifests\":" + "[".repeat(50_000))),
            new Trouble(
                    "wrong-type",
                    (request, next, random) -> next.answer(request).with("Content-Type", "application/json")),
            new Trouble(
                    "no-type", (request, next, random) -> next.answer(request).without("Content-Type")),
            new Trouble(
                    "other-body",
                    (request, next, random) -> request.path().contains("sha256:")
                                    && !request.method().equals("HEAD")
                            ? Response.of(200, Images.index("another").top())
                            : next.answer(request)),
            new Trouble("redirect-loop", (request, next, random) -> redirect(307, request.path())),
            new Trouble("redirect-nowhere", (request, next, random) -> redirect(302, "http://127.0.0.1:1/")),
            new Trouble("redirect-without", (request, next, random) -> Response.error(301, "UNKNOWN", "injected")),
            new Trouble(
                    "refused",
                    (request, next, random) -> Response.error(403, "DENIED", "no \u001b[31maccess\u0007 at all")),
            new Trouble(
                    "login-unknown",
                    (request, next, random) -> Response.error(401, "UNAUTHORIZED", "injected")
                            .with("WWW-Authenticate", "Negotiate a==, Bearer =\"")),
            new Trouble("login", (request, next, random) -> Response.error(401, "UNAUTHORIZED", "injected")),
            new Trouble("no-content", (request, next, random) -> Response.of(204, "text/plain", "")),
            new Trouble("not-modified", (request, next, random) -> Response.of(304, "text/plain", "")),
            new Trouble("teapot", (request, next, random) -> Response.of(418, "text/plain", "I'm a teapot")));

    private static Response limited() {
        return Response.error(429, "TOOMANYREQUESTS", "request limit reached");
    }

    private static Response redirect(int status, String location) {
        return Response.error(status, "UNKNOWN", "injected").with("Location", location);
    }

    private static Response half(Response whole) {
        String type = whole.body().descriptor().mediaType().value();
        String text = new String(whole.body().bytes(), StandardCharsets.UTF_8);
        Response half = Response.of(whole.status(), type, text.substring(0, text.length() / 2));
        return whole.headers().entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase(DIGEST))
                .map(header -> half.with(DIGEST, header.getValue()))
                .findFirst()
                .orElse(half);
    }

    /** How one of them answers. */
    @FunctionalInterface
    interface Way {
        Response answer(Request request, Responder next, RandomGenerator random);
    }
}
