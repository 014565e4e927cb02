package dev.tagdrift.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** A port of loopback that refuses connections: it is taken, so that nobody else gets it, and nobody listens. */
public final class ClosedPort implements AutoCloseable {
    private final Socket taken;

    private ClosedPort(Socket taken) {
        this.taken = taken;
    }

    public static ClosedPort take() throws IOException {
        Socket taken = new Socket();
        taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        return new ClosedPort(taken);
    }

    /** Address and port: {@code 127.0.0.1:PORT}. */
    public String address() {
        return "127.0.0.1:" + taken.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        taken.close();
    }
}
