package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.testing.RecordingStore;
import dev.tagdrift.testing.Resolved;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A bill of materials may refer to the image that it is about. */
class PublishedListsTest {
    private static final String PREDICATE = "in-toto.io/predicate-type";
    private static final String SPDX = "application/spdx+json";
    private static final String STATEMENT = "application/vnd.in-toto+json";
    private static final Single IMAGE = Resolved.single("image");

    private final RecordingStore store = new RecordingStore();

    /** An artifact of one layer that refers to the image. */
    private Digest refer(String type, Map<String, String> own, String layerType, Map<String, String> ofLayer) {
        byte[] name = (type + own + layerType + ofLayer).getBytes(StandardCharsets.UTF_8);
        Descriptor blob = new Descriptor(Digest.of(name), new MediaType(layerType));
        Descriptor manifest =
                new Descriptor(Digest.of(("of " + blob).getBytes(StandardCharsets.UTF_8)), MediaType.OCI_MANIFEST);
        store.keep(
                LayerStack.REPOSITORY,
                new Single(
                        manifest,
                        new Descriptor(Digest.of(new byte[4]), new MediaType("application/vnd.oci.empty.v1+json")),
                        List.of(new Layer(blob, 1, new TreeMap<>(ofLayer)))));
        store.refer(IMAGE.digest(), new Referrer(manifest, new MediaType(type), new TreeMap<>(own)));
        return blob.digest();
    }

    private List<Digest> lists() {
        return new PublishedLists(store)
                .of(LayerStack.REPOSITORY, IMAGE, IMAGE.digest())
                .map(Descriptor::digest)
                .toList();
    }

    @Test
    void bareDocumentsAreLists() {
        Digest spdx = refer(SPDX, Map.of(), SPDX, Map.of());
        Digest cyclone = refer("application/vnd.cyclonedx+json", Map.of(), "application/vnd.cyclonedx+json", Map.of());
        assertThat(lists()).containsExactly(spdx, cyclone);
    }

    @Test
    void statementIsAListByItsPredicateWhereverThatIsNamed() {
        Map<String, String> spdx = Map.of(PREDICATE, "https://spdx.dev/Document/v2.3");
        Map<String, String> cyclone = Map.of(PREDICATE, "https://cyclonedx.org/bom/v1.5");
        assertThat(List.of(refer(STATEMENT, spdx, STATEMENT, Map.of()), refer(STATEMENT, Map.of(), STATEMENT, cyclone)))
                .isEqualTo(lists());
    }

    @Test
    void whatElseRefersIsNotFetchedAsAList() {
        refer("application/vnd.dev.sigstore.bundle.v0.3+json", Map.of(), "application/json", Map.of());
        refer(STATEMENT, Map.of(PREDICATE, "https://slsa.dev/provenance/v1"), STATEMENT, Map.of());
        assertThat(lists()).isEmpty();
        assertThat(store.requests()).hasSize(1).first().asString().startsWith("REFERRERS ");
        refer(STATEMENT, Map.of(), STATEMENT, Map.of());
        refer(SPDX, Map.of(), "text/html", Map.of());
        assertThat(lists()).isEmpty();
    }

    @Test
    void nobodyIsAskedForMoreThanAnybodyAttaches() {
        for (int i = 0; i < 100; i++) {
            refer(SPDX, Map.of("number", Integer.toString(i)), SPDX, Map.of());
        }
        assertThat(lists()).hasSizeLessThan(20);
        assertThat(store.requests()).hasSizeLessThan(20);
    }
}
