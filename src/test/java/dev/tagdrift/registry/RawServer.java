package dev.tagdrift.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Answers every request with the same pieces of text and a pause between them, whatever HTTP says; then hangs up. */
final class RawServer implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> pieces;
    private final long pause;

    RawServer(List<String> pieces, long pause) throws IOException {
        this.pieces = List.copyOf(pieces);
        this.pause = pause;
        Thread.ofPlatform().daemon().start(this::accept);
    }

    String host() {
        return "127.0.0.1:" + listening.getLocalPort();
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
        try (client) {
            client.getInputStream().read(new byte[8192]);
            for (String piece : pieces) {
                client.getOutputStream().write(piece.getBytes(StandardCharsets.ISO_8859_1));
                client.getOutputStream().flush();
                Thread.sleep(pause);
            }
        } catch (IOException e) {
            // the client went away
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
