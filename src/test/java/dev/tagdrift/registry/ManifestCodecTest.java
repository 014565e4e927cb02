package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ManifestCodecTest {
    private static final Digest IMAGE = digest("image");
    private static final Digest OTHER = digest("other");

    @Test
    void layersKeepTheirOrder() throws UnreadableDocumentException {
        ResolvedImage image = read(MediaType.OCI_MANIFEST, """
                {"schemaVersion": 2, "config": {"mediaType": "c", "digest": "%1$s"}, "layers": [
                  {"mediaType": "b", "digest": "%2$s", "size": 31},
                  {"mediaType": "a", "digest": "%1$s", "annotations": {"in-toto.io/predicate-type": "x"}}]}
                """.formatted(IMAGE, OTHER));
        assertThat(((Single) image).layers())
                .containsExactly(
                        new Layer(new Descriptor(OTHER, new MediaType("b")), 31, new TreeMap<>()),
                        new Layer(
                                new Descriptor(IMAGE, new MediaType("a")),
                                0,
                                new TreeMap<>(Map.of("in-toto.io/predicate-type", "x"))));
    }

    @Test
    void attestationsAreToldApartFromImages() throws UnreadableDocumentException {
        ResolvedImage image = read(MediaType.OCI_INDEX, """
                {"schemaVersion": 2, "manifests": [
                  {"mediaType": "m", "digest": "%1$s", "platform": {"os": "linux", "architecture": "amd64"}},
                  {"mediaType": "m", "digest": "%2$s", "platform": {"os": "unknown", "architecture": "unknown"},
                   "annotations": {"vnd.docker.reference.type": "attestation-manifest",
                                   "vnd.docker.reference.digest": "%1$s"}}]}
                """.formatted(IMAGE, OTHER));
        Index index = (Index) image;
        assertThat(index.entries()).hasSize(1);
        assertThat(index.attestations())
                .isEqualTo(List.of(new Attestation(new Descriptor(OTHER, new MediaType("m")), IMAGE)));
    }

    private static ResolvedImage read(MediaType type, String json) throws UnreadableDocumentException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return ManifestCodec.read(body, Digest.of(body), type);
    }

    private static Digest digest(String text) {
        return Digest.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
