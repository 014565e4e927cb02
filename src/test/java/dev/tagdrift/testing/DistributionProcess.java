package dev.tagdrift.testing;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Debian's {@code docker-registry} as a process on a free port of loopback. */
public final class DistributionProcess implements Distribution {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final int port;
    private final Path log;
    private final Process process;

    private DistributionProcess(int port, Path log, Process process) {
        this.port = port;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a registry that holds what is in the folder already.
     *
     * @param folder for its store, its files and its log
     */
    public static Distribution start(Path folder, Setup setup) throws IOException, InterruptedException {
        int port = freePort();
        Path config = Files.writeString(folder.resolve("config.yml"), """
                version: 0.1
                log: {level: warn}
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d", secret: test}
                """.formatted(folder.resolve("store"), port));
        for (Map.Entry<String, String> file : setup.files().entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        Path log = folder.resolve("registry-" + port + ".log");
        ProcessBuilder builder = new ProcessBuilder("docker-registry", "serve", config.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        setup.environment()
                .forEach(
                        (name, value) -> builder.environment().put(name, value.replace("{folder}", folder.toString())));
        DistributionProcess registry = new DistributionProcess(port, log, builder.start());
        registry.awaitListening();
        return registry;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() throws IOException {
        return Files.readString(log);
    }

    private void awaitListening() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!listens()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IOException("docker-registry did not start: " + log());
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Its store goes with the test's folder, so nothing is lost by ending it hard. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
