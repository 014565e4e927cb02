package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.testing.FakeRegistry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What registries hold and send that is odd, and still has to be read right, or refused in true words. */
final class QuirksTest {
    private static final String DIGEST = "sha256:" + "a".repeat(64);

    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
    }

    private Answer<ResolvedImage> get(MediaType type, String body) {
        registry.with((request, next) -> Response.of(200, type.value(), body));
        try (RegistryClient client = clients.anonymous()) {
            return client.get(reference(registry.reference("app:1")));
        }
    }

    private Index index(String... entries) {
        String body = "{\"schemaVersion\":2,\"manifests\":[" + String.join(",", entries) + "]}";
        return (Index) get(MediaType.OCI_INDEX, body).found().orElseThrow();
    }

    private static String entry(MediaType type, String platform) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":1,\"platform\":{%s}}"
                .formatted(type.value(), DIGEST, platform);
    }

    private static String image(String platform) {
        return entry(MediaType.OCI_MANIFEST, platform);
    }

    @Test
    void windowsEntriesDifferInTheirVersion() {
        Index index = index(
                image("\"os\":\"windows\",\"architecture\":\"amd64\",\"os.version\":\"10.0.17763.1\""),
                image("\"os\":\"windows\",\"architecture\":\"amd64\",\"os.version\":\"10.0.20348.1\""));
        assertThat(index.entries()).extracting(Entry::platform).doesNotHaveDuplicates();
        assertThat(index.forPlatform(
                        Platform.parse("windows(10.0.20348.1)/amd64").orElseThrow()))
                .isNotEmpty();
        assertThat(index.forPlatform(Platform.parse("windows(10.0.1.1)/amd64").orElseThrow()))
                .isEmpty();
    }

    @Test
    void armHasVariants() {
        Index index = index(
                image("\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v6\""),
                image("\"os\":\"linux\",\"architecture\":\"arm\",\"variant\":\"v7\""),
                image("\"os\":\"linux\",\"architecture\":\"arm64\",\"variant\":\"v8\""));
        assertThat(index.forPlatform(Platform.LINUX_ARM64)).isNotEmpty();
        assertThat(index.forPlatform(Platform.parse("linux/arm/v6").orElseThrow()))
                .isNotEmpty();
        assertThat(index.forPlatform(Platform.parse("linux/arm/v5").orElseThrow()))
                .isEmpty();
    }

    @Test
    void unknownEntriesAreNoImages() {
        Index index = index(
                image("\"os\":\"linux\",\"architecture\":\"amd64\""),
                image("\"os\":\"unknown\",\"architecture\":\"unknown\""));
        assertThat(index.entries()).hasSize(1);
    }

    @Test
    void indexThatIsBeingPublishedHasOnePlatformOrNone() {
        assertThat(index(image("\"os\":\"linux\",\"architecture\":\"amd64\"")).forPlatform(Platform.LINUX_ARM64))
                .isEmpty();
        assertThat(index().entries()).isEmpty();
    }

    @Test
    void controlCharactersInPlatformsAreTakenOut() {
        Index index = index(image("\"os\":\"linux\\u001b[31m\",\"architecture\":\"amd64\\n\""));
        assertThat(index.entries().toString()).doesNotContain("\u001b", "\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/vnd.docker.distribution.manifest.v1+json",
                "application/vnd.docker.distribution.manifest.v1+prettyjws",
                "application/json"
            })
    void schemaOneIsUnsupported(String type) {
        Answer<ResolvedImage> answer =
                get(new MediaType(type), "{\"schemaVersion\":1,\"name\":\"app\",\"fsLayers\":[]}");
        assertThat(((BadAnswer) answer.failure().orElseThrow()).flaw()).isEqualTo(BadAnswer.Flaw.UNSUPPORTED_TYPE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "application/json", "application/octet-stream", ""})
    void wrongContentTypeIsPutRightByTheBody(String type) {
        String body = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":[]}".formatted(MediaType.OCI_INDEX);
        assertThat(get(new MediaType(type), body).found())
                .get()
                .extracting(ResolvedImage::digest)
                .isEqualTo(Digest.of(body.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void severalHeadersOfChallenges() throws IOException {
        String answer = String.join(
                "\r\n",
                "HTTP/1.1 401 No",
                "WWW-Authenticate: Negotiate",
                "WWW-Authenticate: Unknown a=\"b, c\\\"d\"",
                "WWW-Authenticate: Basic realm=\"x\"",
                "Content-Length: 0",
                "Connection: close",
                "",
                "");
        try (RawServer server = new RawServer(List.of(answer), 0);
                RegistryClient client = clients.as(TestClients.CI)) {
            assertThat(client.head(reference(server.host() + "/app:1")).failure())
                    .contains(new ResolutionFailure.Denied(server.host(), Login.REFUSED, ""));
        }
    }

    @Test
    void bodyThatIsCutOffIsNoAnswer() throws IOException {
        String head = "HTTP/1.1 200 OK\r\nContent-Type: " + MediaType.OCI_INDEX + "\r\nContent-Length: 1000\r\n\r\n";
        try (RawServer server = new RawServer(List.of(head, "{\"schemaVersion\":2,"), 0);
                RegistryClient client = clients.anonymous()) {
            Unreachable failure = (Unreachable)
                    client.get(reference(server.host() + "/app:1")).failure().orElseThrow();
            assertThat(failure.obstacle()).isEqualTo(Obstacle.BROKEN);
            assertThat(clients.waits()).hasSize(2);
        }
    }

    @Test
    void answerThatDripsIsNotWaitedForForever() throws IOException {
        Timeouts impatient = new Timeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofMillis(400));
        try (RawServer server = new RawServer(Collections.nCopies(200, "H"), 100);
                RegistryClient client = clients.with(CredentialStore.ANONYMOUS, Map.of(), impatient)) {
            assertThat(client.head(reference(server.host() + "/app:1")).failure())
                    .contains(new TimedOut(server.host(), Duration.ofMillis(400)));
        }
    }

    @Test
    void indexInAnIndexIsReadAndToldWhenItsConfigIsAskedFor() {
        Index outer = index(entry(MediaType.OCI_INDEX, "\"os\":\"linux\",\"architecture\":\"amd64\""));
        assertThat(outer.entries()).hasSize(1);
        assertThat(outer.entries().getFirst().manifest().mediaType()).isEqualTo(MediaType.OCI_INDEX);
    }
}
