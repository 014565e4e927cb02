package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotFetched;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.testing.RecordingStore;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What is installed is read from what is attested, and else from the layers. */
class InstalledPackagesTest {
    private static final Digest OF_ATTESTATION = Digest.of(new byte[3]);

    private final RecordingStore manifests = new RecordingStore();
    private final LayerStack stack = new LayerStack()
            .layer(
                    "COPY . /",
                    new RootTar()
                            .file(
                                    Recorded.DPKG,
                                    "Package: bash\nStatus: install ok installed\nArchitecture: amd64\nVersion: 5.1\n"));

    private static String spdx(String locator) {
        return """
                {"predicateType": "https://spdx.dev/Document", "predicate": {"spdxVersion": "SPDX-2.3", "packages": [
                  {"name": "bash", "externalRefs": [{"referenceType": "purl", "referenceLocator": "%s"}]}]}}""".formatted(locator);
    }

    /** An index of the image and an attestation that is about the image of this digest. */
    private ResolvedImage attested(Digest about, String predicate, String statement) {
        Descriptor blob = stack.beside(statement.getBytes(StandardCharsets.UTF_8));
        Layer layer =
                new Layer(blob, statement.length(), new TreeMap<>(Map.of("in-toto.io/predicate-type", predicate)));
        Descriptor descriptor = new Descriptor(OF_ATTESTATION, MediaType.OCI_MANIFEST);
        manifests.keep(
                LayerStack.REPOSITORY,
                new Single(
                        descriptor, new Descriptor(Digest.of(new byte[4]), new MediaType("config")), List.of(layer)));
        return new Index(
                new Descriptor(Digest.of(new byte[5]), MediaType.OCI_INDEX),
                List.of(new Entry(
                        stack.image().config().platform(),
                        stack.image().manifest().descriptor())),
                List.of(new Attestation(descriptor, about)));
    }

    private ResolvedImage attested(String predicate, String statement) {
        return attested(stack.image().manifest().digest(), predicate, statement);
    }

    private PackageReading read(ResolvedImage whole) {
        return new InstalledPackages(manifests, stack, LayerCache.NONE)
                .packages(LayerStack.REPOSITORY, whole, stack.image());
    }

    private List<String> packages(ResolvedImage whole) {
        return Recorded.found(read(whole)).packages().stream()
                .map(Recorded::words)
                .toList();
    }

    @Test
    void attestedListSparesTheLayers() {
        String statement = spdx("pkg:deb/debian/bash@5.2?arch=amd64");
        assertThat(packages(attested("https://spdx.dev/Document", statement))).containsExactly("bash 5.2 amd64");
        assertThat(stack.bytesRead()).isEqualTo(statement.length());
        assertThat(manifests.requests()).noneMatch(request -> request.startsWith("REFERRERS"));
    }

    @Test
    void listOfAnotherImageSaysNothing() {
        String statement = spdx("pkg:deb/debian/bash@5.2?arch=amd64");
        assertThat(packages(attested(Digest.of(new byte[6]), "https://spdx.dev/Document", statement)))
                .containsExactly("bash 5.1 amd64");
        assertThat(manifests.requests())
                .containsExactly("REFERRERS " + LayerStack.REPOSITORY + "@"
                        + stack.image().manifest().digest());
    }

    @Test
    void statementOfAnotherKindIsNotFetched() {
        assertThat(packages(attested("https://slsa.dev/provenance/v0.2", spdx("pkg:deb/debian/bash@5.2"))))
                .containsExactly("bash 5.1 amd64");
    }

    @Test
    void listThatCannotBeReadGivesWayToTheLayers() {
        for (String statement : List.of("{", spdx("no package url"), spdx("pkg:pypi/pip@23"))) {
            assertThat(packages(attested("https://spdx.dev/Document", statement)))
                    .containsExactly("bash 5.1 amd64");
        }
    }

    @Test
    void listThatIsGoneGivesWayToTheLayers() {
        ResolvedImage whole = attested("https://spdx.dev/Document", spdx("pkg:deb/debian/bash@5.2"));
        PackageReading reading = new InstalledPackages(new RecordingStore(), stack, LayerCache.NONE)
                .packages(LayerStack.REPOSITORY, whole, stack.image());
        assertThat(Recorded.found(reading).packages())
                .extracting(Recorded::words)
                .containsExactly("bash 5.1 amd64");
    }

    @Test
    void layerThatIsNotHandedOutIsTold() {
        stack.missing("RUN more", new byte[] {1}, "application/vnd.oci.image.layer.v1.tar+gzip");
        assertThat(read(stack.image().manifest()))
                .isInstanceOfSatisfying(
                        NotFetched.class,
                        told -> assertThat(told.reason().layer()).isEqualTo(Digest.of(new byte[] {1})));
    }

    @Test
    void layerThatIsDamagedIsTold() {
        stack.layer("RUN more", new byte[] {0x1f, (byte) 0x8b, 8, 0});
        assertThat(read(stack.image().manifest()))
                .isInstanceOfSatisfying(
                        NotFetched.class, told -> assertThat(told.reason()).isInstanceOf(Unreadable.Flawed.class));
    }

    @Test
    void recordThatIsDamagedIsToldWithItsPlace() {
        stack.layer("RUN more", new RootTar().file(Recorded.DPKG, "Package: \u0001\nStatus: install ok installed\n"));
        assertThat(read(stack.image().manifest()))
                .isEqualTo(new NotReadable(Recorded.DPKG, PackageReading.Flaw.MALFORMED));
    }

    @Test
    void imageWithoutARecordHasNone() {
        LayerStack scratch = new LayerStack().layer("COPY . /", new RootTar().file("app", "1"));
        PackageReading reading = new InstalledPackages(manifests, scratch, LayerCache.NONE)
                .packages(LayerStack.REPOSITORY, scratch.image().manifest(), scratch.image());
        assertThat(reading).isEqualTo(new NoneRecorded());
    }
}
