package dev.tagdrift.demo;

import com.sun.net.httpserver.HttpServer;
import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * A registry that can be read over HTTP on loopback and filled by calling it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pull">OCI distribution
 *     specification, Pull</a>
 */
public final class EmbeddedRegistry implements AutoCloseable {
    private final Shelves shelves = new Shelves();
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("embedded-registry-", 0).factory());
    private final HttpServer server;

    private EmbeddedRegistry(UnaryOperator<Responder> front) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(workers);
        server.createContext("/", new HttpFront(front.apply(new PullEndpoints(shelves))));
        server.start();
    }

    /** Starts an empty registry on a free port. */
    public static EmbeddedRegistry start() throws IOException {
        return start(UnaryOperator.identity());
    }

    /**
     * Starts an empty registry behind something that may answer in its stead.
     *
     * @param front given the registry's own responder, makes the one that is asked
     */
    public static EmbeddedRegistry start(UnaryOperator<Responder> front) throws IOException {
        return new EmbeddedRegistry(front);
    }

    /** Address and port, as they stand in a reference. */
    public String host() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** Keeps an image and lets the tag name it; what the tag named before stays under its digest. */
    public void put(String repository, String tag, SyntheticImage image) {
        shelves.put(repository, image);
        shelves.tag(repository, tag, image.digest());
    }

    /** Keeps an artifact, which its subject leads to, and no tag. */
    public void put(String repository, SyntheticImage artifact) {
        shelves.put(repository, artifact);
    }

    /** Lets a tag name another digest of the repository. */
    public void moveTag(String repository, String tag, Digest digest) {
        shelves.tag(repository, tag, digest);
    }

    /** Forgets a tag; what it named stays under its digest. */
    public void deleteTag(String repository, String tag) {
        shelves.untag(repository, tag);
    }

    /** Forgets an index or manifest; a tag for it then names nothing. */
    public void deleteManifest(String repository, Digest digest) {
        shelves.remove(repository, digest);
    }

    /** Stops at once. */
    @Override
    public void close() {
        server.stop(0);
        workers.shutdownNow();
    }
}
