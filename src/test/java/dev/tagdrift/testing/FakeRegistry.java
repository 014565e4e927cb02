package dev.tagdrift.testing;

import dev.tagdrift.demo.EmbeddedRegistry;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The registry of the tests: the demo's, on a free port of loopback, with faults and a record of what was asked. */
public final class FakeRegistry implements AutoCloseable {
    private final List<Request> received = new CopyOnWriteArrayList<>();
    private final List<Fault> faults = new CopyOnWriteArrayList<>();
    private final EmbeddedRegistry registry;

    private FakeRegistry() throws IOException {
        registry = EmbeddedRegistry.start(real -> request -> {
            received.add(request);
            return through(0, real).answer(request);
        });
    }

    /** Starts an empty, open, faultless registry. */
    public static FakeRegistry start() throws IOException {
        return new FakeRegistry();
    }

    /** Address and port, as they stand in a reference: {@code 127.0.0.1:PORT}. */
    public String host() {
        return registry.host();
    }

    /** A reference into this registry, such as {@code reference("library/python:3.12-slim")}. */
    public String reference(String repositoryAndTag) {
        return host() + "/" + repositoryAndTag;
    }

    /** Keeps an image under a tag; what the tag named before stays under its digest. Tells what the tag names now. */
    public Digest push(String repository, String tag, SyntheticImage image) {
        registry.put(repository, tag, image);
        return image.digest();
    }

    /** Moves a tag to another image; another word for {@link #push} that says what a test is about. */
    public Digest move(String repository, String tag, SyntheticImage image) {
        return push(repository, tag, image);
    }

    /** Keeps an artifact, which nothing but its subject leads to. */
    public Digest attach(String repository, SyntheticImage artifact) {
        registry.put(repository, artifact);
        return artifact.digest();
    }

    /** Knows nothing of referrers, like registries of the first version of the specification. */
    public void withoutReferrers() {
        with((request, next) -> request.path().contains("/referrers/")
                ? Response.of(404, "text/plain", "404 page not found")
                : next.answer(request));
    }

    /** Lists referrers one by one, each with a link to the next. */
    public void pageReferrers() {
        with(new PagedReferrers());
    }

    /** Forgets a tag; what it named stays under its digest. */
    public void deleteTag(String repository, String tag) {
        registry.deleteTag(repository, tag);
    }

    /** Forgets an index or manifest. */
    public void deleteManifest(String repository, Digest digest) {
        registry.deleteManifest(repository, digest);
    }

    /** What was asked so far, in order, such as {@code HEAD /v2/library/python/manifests/3.12-slim}. */
    public List<String> requests() {
        return received.stream().map(Request::toString).toList();
    }

    /** What was asked so far with headers and body. */
    public List<Request> received() {
        return List.copyOf(received);
    }

    /** Forgets what was asked so far. */
    public void forgetRequests() {
        received.clear();
    }

    /** Asks for this user by Basic authentication. */
    public void requireLogin(String user, String password) {
        with(new BasicLogin(user, password));
    }

    /** Asks for a token, which its own endpoint {@code /token} gives to anybody. */
    public TokenService requireToken() {
        return with(TokenService.forAnybody(host()));
    }

    /** Asks for a token, which its own endpoint {@code /token} gives to this user only. */
    public TokenService requireToken(String user, String password) {
        return with(TokenService.forUser(host(), user, password));
    }

    /** Answers 429 so many times; {@code retryAfter} is the header's value, none if empty. */
    public void limitRate(int times, String retryAfter) {
        Response answer = Response.error(429, "TOOMANYREQUESTS", "request limit reached");
        with(Faults.times(times, retryAfter.isEmpty() ? answer : answer.with("Retry-After", retryAfter)));
    }

    /** Answers with this status so many times. */
    public void failWith(int status, int times) {
        with(Faults.times(times, Response.error(status, "UNKNOWN", "injected")));
    }

    /** Breaks the connection so many times. */
    public void breakConnection(int times) {
        with(Faults.breakConnection(times));
    }

    /** Leaves {@code Docker-Content-Digest} out. */
    public void dropDigestHeader() {
        with((request, next) -> next.answer(request).without("Docker-Content-Digest"));
    }

    /** Answers HEAD with this status and GET as it should. */
    public void breakHead(int status) {
        with((request, next) -> request.method().equals("HEAD")
                ? Response.error(status, "UNSUPPORTED", "injected")
                : next.answer(request));
    }

    /** Answers a page where it should answer its error, as some proxies do. */
    public void answerHtml404() {
        with(Faults.htmlFor404());
    }

    /** Waits before each answer. */
    public void delay(Duration time) {
        with(Faults.delay(time));
    }

    /** Puts a fault before all that are there already. */
    public <F extends Fault> F with(F fault) {
        faults.addFirst(fault);
        return fault;
    }

    /** Takes all faults away. */
    public void heal() {
        faults.clear();
    }

    private Responder through(int index, Responder real) {
        List<Fault> now = List.copyOf(faults);
        return index >= now.size() ? real : request -> now.get(index).answer(request, through(index + 1, real));
    }

    @Override
    public void close() {
        registry.close();
    }
}
