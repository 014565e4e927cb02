package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class RedirectsTest {
    private static final String SECRET = "Basic c2VjcmV0";

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void followsWithTheSameMethodAndWithoutCredentialsForOthers(int status) throws IOException {
        try (FakeRegistry registry = FakeRegistry.start();
                FakeRegistry other = FakeRegistry.start();
                RegistryClient client = new TestClients().as(CI)) {
            other.push("app", "1", Images.single("a"));
            registry.with((request, next) ->
                    Response.error(status, "", "moved").with("Location", "http://" + other.host() + request.path()));
            registry.requireLogin("ci", "s3cret");
            Answer<Descriptor> answer = client.head(reference(registry.reference("app:1")));
            assertThat(answer.found()).isPresent();
            assertThat(other.requests()).containsExactly("HEAD /v2/app/manifests/1");
            assertThat(other.received().getFirst().header("Authorization")).isEmpty();
        }
    }

    @Test
    void challengeOfAnotherHostIsNotMet() throws IOException {
        try (FakeRegistry registry = FakeRegistry.start();
                FakeRegistry other = FakeRegistry.start();
                RegistryClient client = new TestClients().as(CI)) {
            other.requireLogin("ci", "s3cret");
            registry.with((request, next) ->
                    Response.error(307, "", "moved").with("Location", "http://" + other.host() + request.path()));
            assertThat(client.head(reference(registry.reference("app:1"))).found())
                    .isEmpty();
            assertThat(other.received())
                    .allMatch(request -> request.header("Authorization").isEmpty());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "https://a.example/v2/, https://b.example/x, followed",
        "https://a.example/v2/, /x, followed",
        "http://a.example/v2/, https://b.example/x, followed",
        "http://127.0.0.1:5000/v2/, http://localhost:5001/x, followed",
        "https://a.example/v2/, http://a.example/x, refused",
        "https://a.example/v2/, https://127.0.0.1/x, refused",
        "https://a.example/v2/, https://127.8.8.8/x, refused",
        "https://a.example/v2/, https://[::1]/x, refused",
        "https://a.example/v2/, https://localhost/x, refused",
        "https://a.example/v2/, https://169.254.169.254/x, refused",
        "https://a.example/v2/, https://[fe80::1]/x, refused",
        "https://a.example/v2/, https://near.example/x, refused",
        "https://a.example/v2/, ftp://a.example/x, refused"
    })
    void trusts(String from, String to, String expected) {
        List<Question> asked = new ArrayList<>();
        Answer<Reply> answer = redirects(asked, to, 1).send(question(from));
        assertThat(answer.found().isPresent() ? "followed" : "refused").isEqualTo(expected);
        assertThat(asked).hasSize(answer.found().isPresent() ? 2 : 1);
    }

    @Test
    void credentialsStayWithTheirOrigin() {
        List<Question> asked = new ArrayList<>();
        redirects(asked, "https://a.example/x", 1).send(question("https://a.example/v2/"));
        redirects(asked, "https://a.example:444/x", 1).send(question("https://a.example/v2/"));
        assertThat(asked)
                .extracting(question -> question.request().header(Question.AUTHORIZATION))
                .containsExactly(SECRET, SECRET, SECRET, null);
    }

    @Test
    void fiveAreEnough() {
        List<Question> asked = new ArrayList<>();
        Answer<Reply> answer = redirects(asked, "/x?signature=s3cret", 99).send(question("https://a.example/v2/"));
        assertThat(asked).hasSize(6);
        assertThat(answer.failure())
                .contains(new BadAnswer(
                        "a.example",
                        BadAnswer.Flaw.REDIRECT,
                        "more than 5 redirects, the last to https://a.example:443"));
    }

    private static Redirects redirects(List<Question> asked, String location, int times) {
        Sender server = question -> {
            asked.add(question);
            boolean more = asked.stream()
                                    .filter(one -> one.registry().equals(question.registry()))
                                    .count()
                            % (times + 1)
                    != 0;
            return new Answer.Found<>(new Reply(
                    question.url(), more ? 307 : 200, Headers.of("Location", location), List.of(), ByteString.EMPTY));
        };
        return new Redirects(server, hosts());
    }

    static Hosts hosts() {
        return new Hosts(name -> List.of(
                switch (name) {
                    case "near.example" -> InetAddress.getLoopbackAddress();
                    case "a.example", "b.example" -> InetAddress.getByAddress(name, new byte[] {(byte) 192, 0, 2, 1});
                    default -> InetAddress.getByName(name);
                }));
    }

    private static Question question(String url) {
        okhttp3.Request request = new Requests("test")
                .to(HttpUrl.get(url))
                .header(Question.AUTHORIZATION, SECRET)
                .build();
        return new Question("a.example", request, 10, Instant.MAX);
    }
}
