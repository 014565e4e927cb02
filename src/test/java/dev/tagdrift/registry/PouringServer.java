package dev.tagdrift.registry;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Pours out bytes, again and again the same ones, until it has poured as many as it promised or nobody takes them. */
final class PouringServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final CompletableFuture<Long> poured = new CompletableFuture<>();
    private final AtomicInteger broken;
    private final byte[] bytes;
    private final long length;

    /** @param broken how many of the first answers end in the middle */
    PouringServer(byte[] bytes, long length, int broken) throws IOException {
        this.bytes = bytes.clone();
        this.length = length;
        this.broken = new AtomicInteger(broken);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** How much the first one took, as far as the server knows. */
    long poured() throws InterruptedException, ExecutionException, TimeoutException {
        return poured.get(60, TimeUnit.SECONDS);
    }

    private void accept() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofPlatform().daemon().start(() -> serve(client));
            }
        } catch (IOException e) {
            // closed
        }
    }

    private void serve(Socket client) {
        long sent = 0;
        try (client;
                OutputStream out = client.getOutputStream()) {
            client.getInputStream().read(new byte[8192]);
            String head = "HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n".formatted(length);
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            long end = broken.getAndDecrement() > 0 ? length / 2 : length;
            while (sent < end) {
                int piece = (int) Math.min(bytes.length, end - sent);
                out.write(bytes, 0, piece);
                sent += piece;
            }
        } catch (IOException e) {
            // the client went away
        }
        poured.complete(sent);
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
