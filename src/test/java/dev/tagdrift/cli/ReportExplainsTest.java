package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Response;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.Debian;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole program tells why images moved, the weightiest reason first. */
class ReportExplainsTest {
    private FakeRegistry registry;
    private TempWorkspace project;

    @BeforeEach
    void start(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        project = TempWorkspace.of(folder, registry);
    }

    @AfterEach
    void close() {
        registry.close();
    }

    private void push(String tag, SyntheticImage image) {
        String[] parts = tag.split(":", -1);
        registry.push("library/" + parts[0], parts[1], image);
    }

    /** Of the image of a system the version is the release: the next one does not come by itself. */
    @Test
    void tellsThatTheTagOfASystemNamesItsRelease() {
        push("debian:12", Debian.bookworm("debian", "bash=5.2"));
        project.file("Dockerfile", "FROM debian:12").done("lock");
        assertThat(project.run("check", "-v").err()).contains(" moves with each patch and rebuild\n");
        push("debian:12", Debian.bookworm("debian", "bash=5.2.1"));
        assertThat(project.run("report").out())
                .contains("moves with  each patch and rebuild: the tag names the release `12`\n");
    }

    /** A night in which all kinds of reasons come together. */
    private void eventfulNight() {
        Map<String, String> locked = new TreeMap<>(Map.of(
                "python:3.12-slim", "libssl3=3.0.15",
                "ruby:3.3", "libssl3=3.0.15",
                "postgres:16", "libssl3=3.0.15",
                "httpd:2.4", "openssl=3.0.15",
                "nginx:1.27", "openssl=3.0.15",
                "haproxy:3", "openssl=3.0.15",
                "redis:7", "zlib1g=1.3",
                "traefik:3", "zlib1g=1.3",
                "gcc:14", "libisl23=0.25"));
        locked.forEach((tag, installed) -> push(tag, Debian.bookworm(tag, installed, "bash=5.2")));
        project.file(
                        "Dockerfile",
                        locked.keySet().stream().map(tag -> "FROM " + tag).toArray(String[]::new))
                .done("lock");
        push("python:3.12-slim", Debian.trixie("python", "libssl4=3.5.1", "bash=5.3"));
        push("python:3.12-slim-trixie", Debian.trixie("python", "libssl4=3.5.1", "bash=5.3"));
        push("ruby:3.3", Debian.trixie("ruby", "libssl4=3.5.1", "bash=5.3"));
        push("postgres:16", Debian.trixie("postgres", "libssl4=3.5.1", "bash=5.3", "libicu76=76.1"));
        push("httpd:2.4", Debian.bookworm("httpd", "openssl=3.0.17", "bash=5.2"));
        push("nginx:1.27", Debian.bookworm("nginx", "openssl=3.0.17", "bash=5.2", "libgd3=2.3"));
        push("haproxy:3", Debian.bookworm("haproxy", "openssl=3.0.17", "bash=5.2.1"));
        push("redis:7", Debian.bookworm("redis", "zlib1g=1.3", "bash=5.2"));
        push("traefik:3", Debian.bookworm("traefik", "zlib1g=1.3", "bash=5.2"));
        push("gcc:14", Debian.bookworm("gcc", "bash=5.2"));
    }

    private CommandRun approved(String name, String... arguments) {
        CommandRun run = project.run(arguments);
        Approved.verify("report/" + name, run, registry, project);
        return run;
    }

    @Test
    void tellsNineMovesInFourParagraphsByTheirReasons() {
        eventfulNight();
        assertThat(approved("reasons", "report").exitCode()).isZero();
        approved("reasons-markdown", "report", "--format", "markdown");
    }

    @Test
    void checkGroupsByWhatItKnows() {
        eventfulNight();
        assertThat(project.run("check").out())
                .contains("3 tags moved from debian 12 (bookworm) to debian 13 (trixie)")
                .contains("`redis:7` names another image now")
                .doesNotContain("libssl", "packages", "holds");
    }

    @Test
    void leavesTheReasonOutWhereNobodyWantsIt() {
        eventfulNight();
        CommandRun check = project.run("check");
        registry.forgetRequests();
        project.run("check");
        List<String> asked = manifests();
        registry.forgetRequests();
        CommandRun report = project.run("report", "--no-explain");
        assertThat(report.out()).isEqualTo(check.out());
        assertThat(manifests()).isEqualTo(asked);
        registry.forgetRequests();
        assertThat(project.run("report", "--offline").exitCode()).isZero();
        assertThat(registry.requests()).isEmpty();
    }

    private List<String> manifests() {
        return registry.requests().stream()
                .filter(request -> request.contains("/manifests/"))
                .sorted()
                .toList();
    }

    private Digest moved(String tag) {
        push(tag, Debian.bookworm("old", "zlib1g=1.2"));
        project.file("Dockerfile", "FROM " + tag, "FROM debian:12");
        push("debian:12", Debian.bookworm("debian"));
        project.done("lock");
        push(tag, Debian.bookworm("new", "zlib1g=1.3"));
        return Debian.bookworm("old", "zlib1g=1.2").digest();
    }

    private void refuse(Predicate<Request> which) {
        registry.with((request, next) -> which.test(request)
                ? Response.of(403, "application/json", "{\"errors\":[{\"code\":\"DENIED\"}]}")
                : next.answer(request));
    }

    @Test
    void anImageThatCannotBeExplainedIsToldAllTheSame() {
        Digest locked = moved("node:20");
        refuse(request -> request.method().equals("GET") && request.path().endsWith("/manifests/" + locked));
        assertThat(approved("not-explained", "report").exitCode()).isZero();
        assertThat(project.run("report", "--format", "json").out()).contains("\"notExplained\"");
    }

    @Test
    void layersThatCannotBeReadLeaveTheRestToBeTold() {
        moved("node:20");
        project.done("report", "--no-explain");
        refuse(request ->
                request.path().contains("/blobs/") && request.header("Range").isEmpty());
        CommandRun run = project.run("report");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out()).contains("drift[tag-moved]");
    }

    /** Of many libraries, the one that somebody's program misses must not be among those that are only counted. */
    @Test
    void namesTheLibrariesThatManyProgramsNeedFirst() {
        String[] libraries = IntStream.rangeClosed(10, 23)
                .mapToObj(i -> i == 23 ? "libssl1.1=1.1.1" : "liba" + i + "=1")
                .toArray(String[]::new);
        push("node:20", Debian.bullseye("node", libraries));
        project.file("Dockerfile", "FROM node:20").done("lock");
        push("node:20", Debian.bookworm("node", "libssl3=3.0.15"));
        assertThat(project.run("report").out())
                .contains("    gone        libssl1.1 -> libssl3, liba10, liba11", "liba20, 2 more");
        assertThat(project.run("report", "--format", "gitlab").out())
                .contains("14 shared libraries are gone (gone: libssl1.1 -> libssl3, liba10, liba11, liba12 and more)");
    }

    @Test
    void explainsThePlatformThatChanged() {
        push("node:20", Images.index(Map.of("linux/amd64", "same", "linux/arm64", "a")));
        project.file("Dockerfile", "FROM node:20")
                .append("tagdrift.yaml", "platforms: [linux/amd64, linux/arm64]")
                .done("lock");
        push("node:20", Images.index(Map.of("linux/amd64", "same", "linux/arm64", "b")));
        assertThat(project.run("report", "--format", "json").out())
                .contains("\"platform\": \"linux/arm64\"", "\"cause\": \"rebuild\"");
    }

    @Test
    void explainsNoPlatformThatNobodyBuildsFor() {
        push("node:20", Images.index("a"));
        project.file("Dockerfile", "FROM node:20")
                .append("tagdrift.yaml", "platforms: [linux/s390x]")
                .done("lock");
        push("node:20", Images.index("b"));
        assertThat(project.run("report").out()).contains("why", "not known: neither image has linux/s390x");
        assertThat(project.run("report", "--format", "json").out())
                .contains("\"message\": \"neither image has linux/s390x\"");
    }

    @Test
    void onePlaceAtTheRegistryIsEnough() {
        project = project.file(
                "tagdrift.yaml",
                "registries:",
                "  docker.io: { mirror: \"http://" + registry.host() + "\", max-parallel: 1 }",
                "  \"" + registry.host() + "\": { max-parallel: 1 }");
        registry.requireToken();
        eventfulNight();
        CommandRun run = project.run("report");
        assertThat(run.exitCode()).isZero();
        assertThat(run.out())
                .contains("3 tags moved from debian 12 (bookworm) to debian 13 (trixie); 1 shared library");
    }
}
