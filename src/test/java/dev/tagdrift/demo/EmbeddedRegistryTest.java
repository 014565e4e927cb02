package dev.tagdrift.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class EmbeddedRegistryTest {
    private static final ImageRecipe AMD64 = ImageRecipe.of(Platform.LINUX_AMD64);
    private static final SyntheticImage INDEX =
            SyntheticImage.index(Format.OCI, List.of(AMD64, ImageRecipe.of(Platform.LINUX_ARM64)));

    private final HttpClient http = HttpClient.newHttpClient();

    @AutoClose
    private EmbeddedRegistry registry;

    @BeforeEach
    void start() throws IOException {
        registry = EmbeddedRegistry.start();
        registry.put("library/python", "3.12-slim", INDEX);
    }

    @Test
    void tagAnswersHeadWithDigestAndType() throws Exception {
        HttpResponse<byte[]> answer = ask("HEAD", "/v2/library/python/manifests/3.12-slim");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Docker-Content-Digest"))
                .contains(INDEX.digest().toString());
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/vnd.oci.image.index.v1+json");
        assertThat(answer.headers().firstValueAsLong("Content-Length"))
                .hasValue(INDEX.top().size());
        assertThat(answer.body()).isEmpty();
    }

    @Test
    void whatRefersToAManifestIsListedByItsType() throws Exception {
        Content document = Content.of(new MediaType("application/spdx+json"), "{}".getBytes(StandardCharsets.UTF_8));
        SyntheticImage artifact = SyntheticImage.artifact(INDEX.top(), document, Map.of("made.by", "us"));
        registry.put("library/python", artifact);
        String list = "/v2/library/python/referrers/" + INDEX.digest();
        for (String filter : List.of("", "?artifactType=application%2Fspdx%2Bjson")) {
            HttpResponse<byte[]> answer = ask("GET", list + filter);
            assertThat(answer.headers().firstValue("OCI-Filters-Applied").isPresent())
                    .isEqualTo(!filter.isEmpty());
            assertThat(new String(answer.body(), StandardCharsets.UTF_8))
                    .contains(artifact.digest().toString(), "application/spdx+json", "made.by");
        }
        for (String other : List.of(
                list + "?artifactType=text%2Fplain", list.replace(INDEX.digest().hex(), "0".repeat(64)))) {
            assertThat(new String(ask("GET", other).body(), StandardCharsets.UTF_8))
                    .endsWith("\"manifests\":[]}");
        }
    }

    @Test
    void everyPartIsThereUnderItsDigest() throws Exception {
        for (Content part : INDEX.parts()) {
            String kind = part.descriptor().mediaType().isManifest() ? "manifests" : "blobs";
            HttpResponse<byte[]> answer = ask("GET", "/v2/library/python/" + kind + "/" + part.digest());
            assertThat(Digest.of(answer.body())).isEqualTo(part.digest());
        }
    }

    @Test
    void movedTagNamesAnotherDigestAndTheOldOneStays() throws Exception {
        SyntheticImage other = SyntheticImage.single(AMD64.withVariable("A", "b"));
        registry.put("library/python", "3.12-slim", other);
        assertThat(ask("GET", "/v2/library/python/manifests/3.12-slim").body())
                .isEqualTo(other.top().bytes());
        assertThat(ask("GET", "/v2/library/python/manifests/" + INDEX.digest()).statusCode())
                .isEqualTo(200);
        registry.moveTag("library/python", "3.12-slim", INDEX.digest());
        assertThat(ask("GET", "/v2/library/python/manifests/3.12-slim").body())
                .isEqualTo(INDEX.top().bytes());
    }

    @Test
    void whatIsNotThereIsSaidToBeUnknown() throws Exception {
        registry.deleteTag("library/python", "3.12-slim");
        assertThat(error("/v2/library/python/manifests/3.12-slim")).contains("\"MANIFEST_UNKNOWN\"");
        registry.deleteManifest("library/python", INDEX.digest());
        assertThat(error("/v2/library/python/manifests/" + INDEX.digest())).contains("\"MANIFEST_UNKNOWN\"");
        assertThat(error("/v2/library/ruby/manifests/3")).contains("\"NAME_UNKNOWN\"");
        assertThat(error("/v2/library/python/blobs/" + INDEX.digest())).contains("\"BLOB_UNKNOWN\"");
    }

    @Test
    void frontMayAnswerInItsStead() throws Exception {
        try (EmbeddedRegistry closed =
                EmbeddedRegistry.start(real -> request -> Response.error(503, "UNAVAILABLE", request.path()))) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + closed.host() + "/v2/"))
                    .build();
            assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).body())
                    .contains("/v2/");
        }
    }

    private String error(String path) throws Exception {
        HttpResponse<byte[]> answer = ask("GET", path);
        assertThat(answer.statusCode()).isEqualTo(404);
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private HttpResponse<byte[]> ask(String method, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://" + registry.host() + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
