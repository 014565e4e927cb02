package dev.tagdrift.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToLongFunction;

/**
 * A way to a server on loopback that is longer than it is, or breaks. It carries bytes and knows nothing of them, so TLS
 * and HTTP/2 go through it.
 */
public final class LoopbackProxy implements AutoCloseable {
    private static final int CHUNK = 65_536;

    private final ServerSocket listener;
    private final int upstream;
    private final Conditions conditions;
    private final AtomicInteger connections = new AtomicInteger();
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers = Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("loopback-proxy-", 0).factory());

    private LoopbackProxy(int upstream, Conditions conditions) throws IOException {
        this.upstream = upstream;
        this.conditions = conditions;
        listener = new ServerSocket(0, 1024, InetAddress.getLoopbackAddress());
    }

    /**
     * What the way is like.
     *
     * @param roundTrip to the server and back; a connection takes one more before its first byte arrives, as TCP does
     * @param bytesUntilCut how much the server may send over a connection, by the number of the connection from 1; an
     *     even number ends in a reset, an odd one as if all were said
     */
    public record Conditions(Duration roundTrip, IntToLongFunction bytesUntilCut) {
        /** A long way that never breaks. */
        public static Conditions far(Duration roundTrip) {
            return new Conditions(roundTrip, connection -> Long.MAX_VALUE);
        }

        /** A short way that breaks. */
        public static Conditions cut(IntToLongFunction bytesUntilCut) {
            return new Conditions(Duration.ZERO, bytesUntilCut);
        }
    }

    /** Starts a way to a port of loopback. */
    public static LoopbackProxy to(int port, Conditions conditions) throws IOException {
        LoopbackProxy proxy = new LoopbackProxy(port, conditions);
        proxy.workers.execute(proxy::listen);
        return proxy;
    }

    /** The port of loopback where the way begins. */
    public int port() {
        return listener.getLocalPort();
    }

    /** How many connections were made so far. */
    public int connections() {
        return connections.get();
    }

    private void listen() {
        try {
            while (true) {
                Socket client = accepted(listener.accept());
                int number = connections.incrementAndGet();
                Socket server = accepted(new Socket(InetAddress.getLoopbackAddress(), upstream));
                pump(client, server, conditions.roundTrip(), Long.MAX_VALUE);
                pump(server, client, Duration.ZERO, conditions.bytesUntilCut().applyAsLong(number));
            }
        } catch (IOException e) {
            close();
        }
    }

    private Socket accepted(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.add(socket);
        return socket;
    }

    private void pump(Socket from, Socket to, Duration beforeFirst, long bytes) {
        BlockingQueue<Chunk> way = new LinkedBlockingQueue<>();
        long notBefore = System.nanoTime() + beforeFirst.toNanos();
        workers.execute(() -> send(from, way, notBefore));
        workers.execute(() -> receive(way, from, to, bytes));
    }

    private void send(Socket from, BlockingQueue<Chunk> way, long notBefore) {
        Chunk chunk;
        do {
            ByteBuffer bytes = read(from);
            long begun = Math.max(System.nanoTime(), notBefore);
            chunk = new Chunk(begun + conditions.roundTrip().toNanos() / 2, bytes);
            way.add(chunk);
        } while (!chunk.isEnd());
    }

    /** What comes next; nothing at the end. */
    private static ByteBuffer read(Socket from) {
        try {
            byte[] buffer = new byte[CHUNK];
            return ByteBuffer.wrap(buffer, 0, Math.max(0, from.getInputStream().read(buffer)));
        } catch (IOException e) {
            return ByteBuffer.allocate(0);
        }
    }

    private void receive(BlockingQueue<Chunk> way, Socket from, Socket to, long bytes) {
        long left = bytes;
        try {
            Chunk chunk = arrived(way);
            while (!chunk.isEnd() && left > 0) {
                int length = (int) Math.min(left, chunk.bytes().remaining());
                to.getOutputStream().write(chunk.bytes().array(), 0, length);
                left -= length;
                chunk = left > 0 ? arrived(way) : chunk;
            }
            if (left == 0 && bytes % 2 == 0) {
                to.setSoLinger(true, 0);
            }
        } catch (IOException e) {
            // The other side is gone, and so is this one.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        end(from);
        end(to);
    }

    private static Chunk arrived(BlockingQueue<Chunk> way) throws InterruptedException {
        Chunk chunk = way.take();
        TimeUnit.NANOSECONDS.sleep(chunk.due() - System.nanoTime());
        return chunk;
    }

    private void end(Socket socket) {
        open.remove(socket);
        try {
            socket.close();
        } catch (IOException e) {
            // It is as good as closed.
        }
    }

    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            // Nobody listens any more.
        }
        open.forEach(this::end);
        workers.shutdownNow();
    }

    private record Chunk(long due, ByteBuffer bytes) {
        boolean isEnd() {
            return !bytes.hasRemaining();
        }
    }
}
