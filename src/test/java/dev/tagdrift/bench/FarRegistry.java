package dev.tagdrift.bench;

import dev.tagdrift.bench.Program.Run;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.Distribution.Setup;
import dev.tagdrift.testing.DistributionProcess;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.LoopbackProxy;
import dev.tagdrift.testing.LoopbackProxy.Conditions;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Distribution over TLS and HTTP/2, far away, for anybody or with a token, and projects that build from it. */
final class FarRegistry implements AutoCloseable {
    private final Path folder;
    private final Tokens tokens;
    private final LoopbackProxy wayToTokens;
    private final Distribution registry;
    private final LoopbackProxy way;
    private final Program program;
    private final Program curl;
    private final Program usualCurl;

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
        Path authority = trust.file(folder);
        program = Program.tagdrift(List.of("-Duser.home=" + folder), Map.of("SSL_CERT_FILE", authority.toString()));
        curl = curl(authority, "--parallel-max", "128");
        usualCurl = curl(authority);
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

    private static Program curl(Path authority, String... more) {
        return Program.of(Stream.of(
                        Stream.of("curl", "-sS", "--http2", "--head", "--parallel", "--cacert", authority.toString()),
                        Stream.of("-H", "Accept: application/vnd.oci.image.index.v1+json"),
                        Stream.of(more),
                        Stream.of("-K"))
                .flatMap(Function.identity())
                .toArray(String[]::new));
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
        Files.write(
                root.resolve("urls"),
                IntStream.range(0, images)
                        .mapToObj(number -> "url = https://" + host + "/v2/" + repository(number)
                                + "/manifests/1\noutput = /dev/null")
                        .toList());
        program.in(root, "lock");
        return root;
    }

    /**
     * The same requests by somebody who knows that no token is wanted, or is content to be refused; as many at a time as
     * the program asks over HTTP/2.
     */
    Run floor(Path project) throws IOException, InterruptedException {
        return curl.in(project, project.resolve("urls").toString());
    }

    /** The same, as many at a time as curl asks unless it is told otherwise: 50. */
    Run usualFloor(Path project) throws IOException, InterruptedException {
        return usualCurl.in(project, project.resolve("urls").toString());
    }

    /** Checks a project and tells what that took. */
    Cost check(Path project) throws Exception {
        int tokensBefore = tokens.requests();
        int connectionsBefore = way.connections();
        int tokenConnectionsBefore = wayToTokens.connections();
        List<Run> runs = new ArrayList<>();
        List<String> requests = registry.requestsDuring(() -> runs.add(program.in(project, "check")));
        return new Cost(
                requests,
                tokens.requests() - tokensBefore,
                way.connections() - connectionsBefore,
                wayToTokens.connections() - tokenConnectionsBefore,
                runs.getFirst());
    }

    /**
     * What a check took.
     *
     * @param requests to the registry, by its access log
     * @param tokens that were asked for
     * @param connections to the registry
     * @param tokenConnections to the token service
     * @param run of the program
     */
    record Cost(List<String> requests, int tokens, int connections, int tokenConnections, Run run) {}

    @Override
    public void close() {
        way.close();
        registry.close();
        wayToTokens.close();
        tokens.close();
    }
}
