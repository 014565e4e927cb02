package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Response;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ManifestsTest {
    private static final String PYTHON = "library/python";
    private static final String MANIFEST = "/v2/library/python/manifests/3.12-slim";
    private static final SyntheticImage INDEX = Images.attestedIndex("bookworm", "linux/amd64", "linux/arm/v6");

    @AutoClose
    private FakeRegistry registry;

    @AutoClose
    private RegistryClient client;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push(PYTHON, "3.12-slim", INDEX);
        client = new TestClients().anonymous();
    }

    @Test
    void headTakesOneRequest() {
        assertThat(client.head(slim())).isEqualTo(found(INDEX));
        assertThat(registry.requests()).containsExactly("HEAD " + MANIFEST);
        assertThat(registry.received().getFirst().header("User-Agent")).contains("tagdrift/test");
        assertThat(registry.received().getFirst().header("Accept").orElseThrow().split(", "))
                .containsExactly(
                        "application/vnd.oci.image.index.v1+json",
                        "application/vnd.oci.image.manifest.v1+json",
                        "application/vnd.docker.distribution.manifest.list.v2+json",
                        "application/vnd.docker.distribution.manifest.v2+json");
    }

    @Test
    void referenceWithDigestIsAskedForByDigest() {
        ImageReference pinned = reference(name() + ":gone@" + INDEX.digest());
        assertThat(client.head(pinned)).isEqualTo(found(INDEX));
        assertThat(client.get(reference(name() + "@" + INDEX.digest())))
                .matches(answer -> answer.found().isPresent());
        assertThat(registry.requests())
                .containsExactly(
                        "HEAD /v2/library/python/manifests/" + INDEX.digest(),
                        "GET /v2/library/python/manifests/" + INDEX.digest());
    }

    @Test
    void headWithoutDigestIsHashedFromTheBody() {
        registry.dropDigestHeader();
        assertThat(client.head(slim())).isEqualTo(found(INDEX));
        assertThat(registry.requests()).containsExactly("HEAD " + MANIFEST, "GET " + MANIFEST);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sha256:abc", "", "md5:d41d8cd98f00b204e9800998ecf8427e"})
    void headWithUnusableDigestIsHashedFromTheBody(String digest) {
        registry.with((request, next) -> next.answer(request).with("Docker-Content-Digest", digest));
        assertThat(client.head(slim())).isEqualTo(found(INDEX));
    }

    @Test
    void headWithoutMediaTypeIsReadFromTheBody() {
        registry.with((request, next) -> next.answer(request).with("Content-Type", "application/json"));
        assertThat(client.head(slim())).isEqualTo(found(INDEX));
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 501})
    void headThatIsNotAnsweredIsNoAnswer(int status) {
        registry.breakHead(status);
        assertThat(client.head(slim())).isEqualTo(found(INDEX));
    }

    @Test
    void headOfDigestIsNotBelievedIfItTellsAnother() {
        SyntheticImage other = Images.index("trixie");
        registry.with((request, next) -> next.answer(request)
                .with("Docker-Content-Digest", other.digest().toString()));
        assertThat(client.head(reference(name() + "@" + INDEX.digest()))).isEqualTo(found(INDEX));
    }

    @Test
    void missingTagIsSaidToBeUnknown() {
        registry.deleteTag(PYTHON, "3.12-slim");
        assertThat(client.head(slim()).failure()).contains(new NotFound(registry.host(), true, false));
        assertThat(registry.requests()).containsExactly("HEAD " + MANIFEST, "GET " + MANIFEST);
        assertThat(client.head(reference(registry.reference("library/none:1"))).failure())
                .contains(new NotFound(registry.host(), true, false));
    }

    @Test
    void pageOfProxySaysNothing() {
        registry.answerHtml404();
        registry.deleteTag(PYTHON, "3.12-slim");
        assertThat(client.head(slim()).failure()).contains(new NotFound(registry.host(), false, false));
    }

    @Test
    void refusalBesideUnknownSaysNothing() {
        String body = "{\"errors\":[{\"code\":\"UNAUTHORIZED\"},{\"code\":\"MANIFEST_UNKNOWN\"}]}";
        registry.with((request, next) -> Response.of(404, "application/json", body));
        assertThat(client.head(slim()).failure()).contains(new NotFound(registry.host(), false, false));
    }

    @Test
    void indexIsReadWithoutItsAttestations() {
        ResolvedImage.Index index =
                (ResolvedImage.Index) client.get(slim()).found().orElseThrow();
        assertThat(index.descriptor()).isEqualTo(INDEX.top().descriptor());
        Platform armv6 = new Platform("linux", "arm", "v6", "");
        assertThat(index.entries())
                .containsExactly(
                        new ResolvedImage.Entry(
                                Platform.LINUX_AMD64,
                                new Descriptor(INDEX.digest(Platform.LINUX_AMD64), MediaType.OCI_MANIFEST)),
                        new ResolvedImage.Entry(armv6, new Descriptor(INDEX.digest(armv6), MediaType.OCI_MANIFEST)));
    }

    @Test
    void dockersFormsAreReadAlike() {
        SyntheticImage list = Images.dockerIndex("buster", "linux/amd64");
        registry.push(PYTHON, "old", list);
        registry.push(PYTHON, "older", Images.dockerSingle("jessie", "linux/amd64"));
        assertThat(client.get(reference(name() + ":old")).found().orElseThrow().descriptor())
                .isEqualTo(new Descriptor(list.digest(), MediaType.DOCKER_INDEX));
        assertThat(client.get(reference(name() + ":older")).found().orElseThrow())
                .isInstanceOf(ResolvedImage.Single.class);
    }

    @Test
    void configTellsPlatformAndTime() {
        registry.push(PYTHON, "single", Images.single("bookworm", "linux/arm64"));
        ResolvedImage.Single single = (ResolvedImage.Single)
                client.get(reference(name() + ":single")).found().orElseThrow();
        assertThat(client.config(new Repository(registry.host(), PYTHON), single.config())
                        .found())
                .hasValueSatisfying(config -> {
                    assertThat(config.platform()).isEqualTo(Platform.LINUX_ARM64);
                    assertThat(config.created()).contains(Images.CREATED);
                });
    }

    @Test
    void bodyWithAnotherDigestIsRefused() {
        Digest other = Images.index("trixie").digest();
        registry.with((request, next) -> request.path().endsWith(other.toString())
                ? Response.of(200, INDEX.top()).with("Docker-Content-Digest", other.toString())
                : next.answer(request));
        assertThat(flaw(client.get(reference(name() + "@" + other)))).isEqualTo(Flaw.DIGEST_MISMATCH);
        Descriptor config = new Descriptor(other, MediaType.OCI_MANIFEST);
        assertThat(flaw(client.config(new Repository(registry.host(), PYTHON), config)))
                .isEqualTo(Flaw.DIGEST_MISMATCH);
    }

    @Test
    void headerIsNotBelievedOverTheBody() {
        Digest other = Images.index("trixie").digest();
        registry.with((request, next) -> next.answer(request).with("Docker-Content-Digest", other.toString()));
        assertThat(client.get(slim()).found().orElseThrow().digest()).isEqualTo(INDEX.digest());
    }

    @Test
    void bodyBeyondTheLimitIsRefused() {
        answer("application/vnd.oci.image.index.v1+json", " ".repeat(4 * 1024 * 1024 + 1));
        assertThat(flaw(client.get(slim()))).isEqualTo(Flaw.TOO_LARGE);
    }

    @Test
    void whatIsNoImageIsRefused() {
        answer("application/vnd.docker.distribution.manifest.v1+prettyjws", "{\"schemaVersion\":1}");
        assertThat(flaw(client.head(slim()))).isEqualTo(Flaw.UNSUPPORTED_TYPE);
        answer("application/vnd.other+json", "{}");
        assertThat(flaw(client.get(slim()))).isEqualTo(Flaw.UNSUPPORTED_TYPE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{",
                "{}",
                "{\"manifests\":{}}",
                "{\"manifests\":[{\"digest\":\"sha256:ab\"}]}",
                "{\"manifests\":[1]}",
                "<html>"
            })
    void whatIsNoManifestIsMalformed(String body) {
        answer("application/vnd.oci.image.index.v1+json", body);
        assertThat(flaw(client.get(slim()))).isEqualTo(Flaw.MALFORMED);
    }

    @Test
    void chartUnderTagIsSeenWhenItsConfigIsRead() {
        SyntheticImage image = Images.single("chart");
        Descriptor config = new Descriptor(image.digest(), new MediaType("application/vnd.cncf.helm.config.v1+json"));
        registry.with((request, next) ->
                request.path().contains("/blobs/") ? Response.of(200, image.top()) : next.answer(request));
        assertThat(client.config(new Repository(registry.host(), PYTHON), config)
                        .failure())
                .contains(new BadAnswer(
                        registry.host(), Flaw.UNSUPPORTED_TYPE, "application/vnd.cncf.helm.config.v1+json"));
    }

    private void answer(String type, String body) {
        registry.heal();
        registry.with((request, next) -> Response.of(200, type, body));
    }

    private String name() {
        return registry.reference(PYTHON);
    }

    private ImageReference slim() {
        return reference(name() + ":3.12-slim");
    }

    private static Answer<Descriptor> found(SyntheticImage image) {
        return new Answer.Found<>(image.top().descriptor());
    }

    private static Flaw flaw(Answer<?> answer) {
        return ((BadAnswer) answer.failure().orElseThrow()).flaw();
    }
}
