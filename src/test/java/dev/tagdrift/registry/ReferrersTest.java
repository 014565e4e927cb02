package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.Response;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What refers to a manifest is asked of the registry, and of a tag where the registry keeps no list. */
class ReferrersTest {
    private static final MediaType SPDX = new MediaType("application/spdx+json");
    private static final SyntheticImage IMAGE = Images.single("a");
    private static final SyntheticImage LIST = SyntheticImage.artifact(
            IMAGE.top(), Content.of(SPDX, "{}".getBytes(StandardCharsets.UTF_8)), Map.of("made.by", "us"));
    private static final Referrer REFERRER = new Referrer(
            new Descriptor(LIST.digest(), MediaType.OCI_MANIFEST), SPDX, new TreeMap<>(Map.of("made.by", "us")));

    private final TestClients clients = new TestClients();

    @AutoClose
    private FakeRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = FakeRegistry.start();
        registry.push("app", "1", IMAGE);
        registry.attach("app", LIST);
    }

    private Repository app() {
        return new Repository(registry.host(), "app");
    }

    private static SyntheticImage index(String manifests) {
        byte[] json = "{\"schemaVersion\":2,\"mediaType\":\"%s\",\"manifests\":%s}"
                .formatted(MediaType.OCI_INDEX, manifests)
                .getBytes(StandardCharsets.UTF_8);
        return new SyntheticImage(Content.of(MediaType.OCI_INDEX, json), Map.of(), List.of());
    }

    private void attach(int more) {
        for (int i = 0; i < more; i++) {
            Content list = Content.of(SPDX, ("{\"number\":" + i + "}").getBytes(StandardCharsets.UTF_8));
            registry.attach("app", SyntheticImage.artifact(IMAGE.top(), list, Map.of()));
        }
    }

    @Test
    void registryListsThemForOneRequest() {
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found()).contains(List.of(REFERRER));
            assertThat(client.referrers(app(), LIST.digest()).found()).contains(List.of());
        }
        assertThat(registry.requests())
                .containsExactly("GET /v2/app/referrers/" + IMAGE.digest(), "GET /v2/app/referrers/" + LIST.digest());
    }

    @Test
    void registryWithoutListsIsAskedForOneOnceAndForTheTagAlways() {
        registry.withoutReferrers();
        String entry =
                "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":2,\"artifactType\":\"%s\",\"annotations\":{\"made.by\":\"us\"}}"
                        .formatted(MediaType.OCI_MANIFEST, LIST.digest(), SPDX);
        String tag = IMAGE.digest().toString().replace(':', '-');
        registry.push("app", tag, index("[" + entry + "]"));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found()).contains(List.of(REFERRER));
            assertThat(client.referrers(app(), LIST.digest()).found()).contains(List.of());
        }
        assertThat(registry.requests())
                .containsExactly(
                        "GET /v2/app/referrers/" + IMAGE.digest(),
                        "GET /v2/app/manifests/" + tag,
                        "GET /v2/app/manifests/" + LIST.digest().toString().replace(':', '-'));
    }

    @Test
    void listInPagesIsReadPageByPage() {
        attach(2);
        registry.pageReferrers();
        String list = "GET /v2/app/referrers/" + IMAGE.digest();
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found())
                    .hasValueSatisfying(all -> assertThat(all).hasSize(3).contains(REFERRER));
        }
        assertThat(registry.requests()).containsExactly(list, list + "?last=1", list + "?last=2");
    }

    @Test
    void listWithoutEndIsReadUpToALimit() {
        attach(20);
        registry.pageReferrers();
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found())
                    .hasValueSatisfying(all -> assertThat(all).hasSize(Referrers.MOST_PAGES));
        }
        assertThat(registry.requests()).hasSize(Referrers.MOST_PAGES);
    }

    @Test
    void pageThatFailsTakesNothingBackOfTheOnesBefore() {
        attach(2);
        registry.pageReferrers();
        registry.with((request, next) -> request.query().equals("last=1")
                ? Response.error(404, "NAME_UNKNOWN", "injected")
                : next.answer(request));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found())
                    .hasValueSatisfying(all -> assertThat(all).hasSize(1));
        }
        assertThat(registry.requests()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<https://%s/v2/app>; rel=next", "<http://other.example/v2/app>; rel=next"})
    void pageOfAnotherServerIsNotAskedFor(String link) {
        registry.with((request, next) -> next.answer(request).with("Link", link.formatted(registry.host())));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found()).contains(List.of(REFERRER));
        }
        assertThat(registry.requests()).hasSize(1);
    }

    /** As the specification has it: 32 characters of the algorithm, 64 of the hash. */
    @Test
    void tagOfALongDigestIsCut() {
        registry.withoutReferrers();
        Digest digest = Digest.parse("sha512:" + "ab".repeat(64)).orElseThrow();
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), digest).found()).contains(List.of());
        }
        assertThat(registry.requests()).last().isEqualTo("GET /v2/app/manifests/sha512-" + "ab".repeat(32));
    }

    @Test
    void entryThatMakesNoSenseHidesNoOther() {
        String entry = "{\"digest\":\"%s\"}".formatted(LIST.digest());
        registry.with((request, next) -> Response.of(
                200, index("[1,{},{\"digest\":\"sha256:1\"}," + entry + "]").top()));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found())
                    .hasValueSatisfying(all -> assertThat(all)
                            .extracting(one -> one.manifest().digest())
                            .containsExactly(LIST.digest()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"<html>", "{}", "[]", "{\"manifests\":1}", ""})
    void whatIsNoListIsNoAnswer(String page) {
        registry.with((request, next) -> Response.of(200, "application/json", page));
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).failure()).containsInstanceOf(BadAnswer.class);
        }
    }

    @Test
    void loginIsAskedForLikeForTheImage() {
        registry.requireToken("ci", "s3cret");
        try (RegistryClient client = clients.as(TestClients.CI);
                RegistryClient stranger = clients.anonymous()) {
            assertThat(client.referrers(app(), IMAGE.digest()).found()).contains(List.of(REFERRER));
            assertThat(stranger.referrers(app(), IMAGE.digest()).failure()).containsInstanceOf(Denied.class);
        }
    }

    /** Few registries have it, and none is down because it has not. */
    @Test
    void troubleWithListsDoesNotMakeARegistryUnreachable() {
        registry.with((request, next) -> request.path().contains("/referrers/")
                ? Response.error(500, "UNKNOWN", "injected")
                : next.answer(request));
        try (RegistryClient client = clients.anonymous()) {
            for (int i = 0; i < 5; i++) {
                assertThat(client.referrers(app(), IMAGE.digest()).failure()).isPresent();
            }
            assertThat(client.head(TestClients.reference(registry.reference("app:1")))
                            .found())
                    .isPresent();
        }
    }

    @Test
    void whoIsContentWithLessIsToldMissingAfterOneRequest() {
        try (RegistryClient client = clients.anonymous()) {
            assertThat(client.glance(TestClients.reference(registry.reference("app:2")))
                            .failure())
                    .isPresent();
            assertThat(client.glance(TestClients.reference(registry.reference("app:1")))
                            .found())
                    .map(Descriptor::digest)
                    .contains(IMAGE.digest());
        }
        assertThat(registry.requests()).containsExactly("HEAD /v2/app/manifests/2", "HEAD /v2/app/manifests/1");
    }
}
