package dev.tagdrift.bench;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.Distribution.Setup;
import dev.tagdrift.testing.DistributionProcess;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.JarRun;
import dev.tagdrift.testing.LoopbackProxy;
import dev.tagdrift.testing.LoopbackProxy.Conditions;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distribution over TLS and HTTP/2, far away, for anybody or with a token, and projects that build from it. */
final class FarRegistry implements AutoCloseable {
    /** As the launcher starts it. */
    private static final List<String> LAUNCHER = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final Path folder;
    private final Tokens tokens;
    private final LoopbackProxy wayToTokens;
    private final Distribution registry;
    private final LoopbackProxy way;
    private final JarRun program;

    /**
     * Starts it.
     *
     * @param folder that {@link #fill} has filled
     * @param withTokens whether it asks for tokens
     * @param roundTrip to it, and to its token service
     */
    FarRegistry(Path folder, boolean withTokens, Duration roundTrip) throws Exception {
        this.folder = folder;
        Trust trust = Trust.create();
        tokens = new Tokens(trust);
        wayToTokens = LoopbackProxy.to(tokens.port(), Conditions.far(roundTrip));
        registry = DistributionProcess.start(folder, setup(trust, withTokens));
        way = LoopbackProxy.to(registry.port(), Conditions.far(roundTrip));
        program = new JarRun(Stream.concat(LAUNCHER.stream(), trust.javaOptions(folder).stream())
                .toList());
    }

    /** Puts one image into so many repositories: pushed to the first, whose files are copied for the others. */
    static void fill(Path folder, int repositories) throws IOException, InterruptedException {
        try (Distribution registry = DistributionProcess.start(folder, Setup.OPEN)) {
            registry.push(repository(0), "1", Images.index("bench"));
        }
        Path store = folder.resolve("store/docker/registry/v2/repositories");
        Path first = store.resolve(repository(0));
        try (Stream<Path> files = Files.walk(first)) {
            for (Path file : files.toList()) {
                for (int number = 1; number < repositories; number++) {
                    Files.copy(file, store.resolve(repository(number)).resolve(first.relativize(file)));
                }
            }
        }
    }

    private static String repository(int number) {
        return "bench/app" + number;
    }

    private Setup setup(Trust trust, boolean withTokens) {
        Map<String, String> environment = new HashMap<>();
        environment.put("REGISTRY_HTTP_TLS_CERTIFICATE", "{folder}/tls.crt");
        environment.put("REGISTRY_HTTP_TLS_KEY", "{folder}/tls.key");
        if (withTokens) {
            environment.put("REGISTRY_AUTH", "token");
            environment.put("REGISTRY_AUTH_TOKEN_REALM", "https://localhost:" + wayToTokens.port() + "/token");
            environment.put("REGISTRY_AUTH_TOKEN_SERVICE", Tokens.SERVICE);
            environment.put("REGISTRY_AUTH_TOKEN_ISSUER", Tokens.ISSUER);
            environment.put("REGISTRY_AUTH_TOKEN_ROOTCERTBUNDLE", "{folder}/tokens.crt");
        }
        return new Setup(
                environment,
                Map.of(
                        "tls.crt",
                        trust.server().certificatePem(),
                        "tls.key",
                        trust.server().privateKeyPkcs8Pem(),
                        "tokens.crt",
                        tokens.certificate()));
    }

    /** A project that builds from so many repositories, and is locked. */
    Path project(int images) throws IOException, InterruptedException {
        Path root = Files.createDirectories(folder.resolve("project" + images));
        String host = "localhost:" + way.port();
        new TempWorkspace(root)
                .file("tagdrift.yaml", "registries:", "  \"" + host + "\": { tls: true }")
                .file(
                        "Dockerfile",
                        IntStream.range(0, images)
                                .mapToObj(number -> "FROM " + host + "/" + repository(number) + ":1")
                                .toArray(String[]::new));
        CommandRun lock = program.in(root, "lock");
        if (lock.exitCode() != 0) {
            throw new AssertionError(lock.transcript());
        }
        return root;
    }

    /** What the program takes for a command that asks nobody. */
    Duration start() throws IOException, InterruptedException {
        long begun = System.nanoTime();
        program.in(folder, "--version");
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Checks a project and tells what that took. */
    Cost check(Path project) throws Exception {
        int tokensBefore = tokens.requests();
        int connectionsBefore = way.connections();
        int tokenConnectionsBefore = wayToTokens.connections();
        long[] took = new long[1];
        List<String> requests = registry.requestsDuring(() -> {
            long begun = System.nanoTime();
            CommandRun check = program.in(project, "check");
            took[0] = System.nanoTime() - begun;
            if (check.exitCode() != 0) {
                throw new AssertionError(check.transcript());
            }
        });
        return new Cost(
                requests,
                tokens.requests() - tokensBefore,
                way.connections() - connectionsBefore,
                wayToTokens.connections() - tokenConnectionsBefore,
                Duration.ofNanos(took[0]));
    }

    /**
     * What a check took.
     *
     * @param requests to the registry, by its access log
     * @param tokens that were asked for
     * @param connections to the registry
     * @param tokenConnections to the token service
     * @param wall from the start of the process to its end
     */
    record Cost(List<String> requests, int tokens, int connections, int tokenConnections, Duration wall) {}

    @Override
    public void close() {
        way.close();
        registry.close();
        wayToTokens.close();
        tokens.close();
    }
}
