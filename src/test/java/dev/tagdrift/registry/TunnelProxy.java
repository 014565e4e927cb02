package dev.tagdrift.registry;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A proxy for one user that tunnels every host to one port of loopback (RFC 9110 section 9.3.6). */
final class TunnelProxy implements AutoCloseable {
    private final ServerSocket listening = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    private final List<String> targets = new CopyOnWriteArrayList<>();
    private final int port;
    private final String authorization;

    private TunnelProxy(int port, String user, String password) throws IOException {
        this.port = port;
        byte[] login = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        authorization = "proxy-authorization: basic " + Base64.getEncoder().encodeToString(login);
        Thread.ofPlatform().daemon().start(this::accept);
    }

    static TunnelProxy to(int port, String user, String password) throws IOException {
        return new TunnelProxy(port, user, password);
    }

    String address() {
        return "127.0.0.1:" + listening.getLocalPort();
    }

    /** What tunnels were asked for, with the right login. */
    List<String> targets() {
        return List.copyOf(targets);
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
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1), 1);
            while (true) {
                String request = lines.readLine();
                if (request == null) {
                    return;
                }
                boolean known = false;
                for (String line = lines.readLine(); line != null && !line.isEmpty(); line = lines.readLine()) {
                    known |= line.equalsIgnoreCase(authorization);
                }
                if (known) {
                    targets.add(request.split(" ", -1)[1]);
                    tunnel(client);
                    return;
                }
                say(client, "407 No\r\nProxy-Authenticate: Basic realm=\"p\"\r\nContent-Length: 0");
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), port)) {
            say(client, "200 OK");
            Thread back = Thread.ofPlatform().daemon().start(() -> pour(server, client));
            pour(client, server);
            back.interrupt();
        }
    }

    private static void pour(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one end went away
        }
    }

    private static void say(Socket client, String status) throws IOException {
        client.getOutputStream().write(("HTTP/1.1 " + status + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
        client.getOutputStream().flush();
    }

    @Override
    public void close() throws IOException {
        listening.close();
    }
}
