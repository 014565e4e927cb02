package dev.tagdrift.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.SocketFactory;

/** Makes sockets that send small packets at once: OkHttp leaves Nagle's algorithm on, which costs up to 40 ms a request. */
final class NoDelaySockets extends SocketFactory {
    private final SocketFactory plain = SocketFactory.getDefault();

    @Override
    public Socket createSocket() throws IOException {
        return swift(plain.createSocket());
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        return swift(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return swift(plain.createSocket(host, port, localHost, localPort));
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        return swift(plain.createSocket(host, port));
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) throws IOException {
        return swift(plain.createSocket(host, port, localHost, localPort));
    }

    private static Socket swift(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        return socket;
    }
}
