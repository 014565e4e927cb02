package dev.tagdrift.testing;

import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.images.builder.Transferable;
import org.testcontainers.utility.DockerImageName;

/** The image {@code registry:2} as a container, published on a free port of loopback. */
public final class DistributionContainer implements Distribution {
    private static final DockerImageName IMAGE = DockerImageName.parse("registry:2");
    private static final int PORT = 5000;
    private static final String FOLDER = "/tagdrift";

    private final GenericContainer<?> container;
    private final int port;

    private DistributionContainer(GenericContainer<?> container) {
        this.container = container;
        this.port = container.getMappedPort(PORT);
    }

    /** Starts an empty registry. */
    @SuppressWarnings("resource") // whoever asked for the registry closes it, and the container with it
    public static Distribution start(Setup setup) {
        GenericContainer<?> container = new GenericContainer<>(IMAGE)
                .withExposedPorts(PORT)
                .waitingFor(Wait.forHttp("/v2/").forPort(PORT).forStatusCodeMatching(DistributionContainer::isAlive));
        setup.files()
                .forEach((name, text) -> container.withCopyToContainer(Transferable.of(text), FOLDER + "/" + name));
        setup.environment().forEach((name, value) -> container.withEnv(name, value.replace("{folder}", FOLDER)));
        container.start();
        return new DistributionContainer(container);
    }

    private static boolean isAlive(int status) {
        return status == 200 || status == 401;
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public String log() {
        return container.getLogs();
    }

    @Override
    public void close() {
        container.stop();
    }
}
