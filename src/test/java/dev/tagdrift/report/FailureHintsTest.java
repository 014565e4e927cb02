package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A hint helps for the host that was asked, and leads nobody away from TLS who should not go. */
final class FailureHintsTest {
    @ParameterizedTest
    @MethodSource
    void login(ResolutionFailure failure, String command) {
        assertThat(FailureHints.of(failure)).singleElement().asString().contains("`" + command + "`");
    }

    static Stream<Arguments> login() {
        return Stream.of(
                arguments(denied("docker.io"), "docker login"),
                arguments(denied("registry.example.com"), "docker login registry.example.com"),
                arguments(new AtMirror("mirror.example.com", denied("docker.io")), "docker login mirror.example.com"));
    }

    private static ResolutionFailure denied(String registry) {
        return new Denied(registry, Denied.Login.NONE, "");
    }

    @ParameterizedTest
    @MethodSource
    void plainHttp(ResolutionFailure failure, String hint) {
        assertThat(FailureHints.of(failure)).containsExactly(hint);
    }

    static Stream<Arguments> plainHttp() {
        String other = "look whether a proxy, or the sign-in page of a network, answers in its place";
        return Stream.of(
                arguments(plain("docker.io"), other),
                arguments(plain("quay.io:443"), other),
                arguments(
                        plain("registry.internal:5000"),
                        "if that is meant, say so in tagdrift.yaml:"
                                + " `registries: { \"registry.internal:5000\": { tls: false } }`"),
                arguments(
                        new AtMirror("mirror.internal:5000", plain("docker.io")),
                        "if that is meant, begin the address of `mirror` in tagdrift.yaml with `http://`"));
    }

    private static ResolutionFailure plain(String registry) {
        return new Unreachable(registry, Obstacle.PLAIN_HTTP, "");
    }

    @ParameterizedTest
    @MethodSource
    void tls(ResolutionFailure failure, String hint) {
        assertThat(FailureHints.of(failure)).containsExactly(hint);
    }

    static Stream<Arguments> tls() {
        return Stream.of(
                arguments(
                        refused("localhost:5443"),
                        "if it speaks TLS, set `registries: { \"localhost:5443\": { tls: true } }` in tagdrift.yaml"),
                arguments(
                        new AtMirror("localhost:5443", refused("docker.io")),
                        "if it speaks TLS, begin the address of `mirror` in tagdrift.yaml with `https://`"));
    }

    private static ResolutionFailure refused(String registry) {
        return new BadAnswer(registry, BadAnswer.Flaw.PLAIN_HTTP, "");
    }

    @ParameterizedTest
    @MethodSource
    void certificate(ResolutionFailure failure) {
        List<String> hints = FailureHints.of(failure);
        assertThat(hints)
                .singleElement()
                .asString()
                .contains("ca-file", "SSL_CERT_FILE")
                .doesNotContain("tls");
    }

    static Stream<ResolutionFailure> certificate() {
        Unreachable untrusted = new Unreachable("docker.io", Obstacle.TLS, "");
        return Stream.of(untrusted, new AtMirror("mirror.example.com", untrusted));
    }
}
