package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LayerFlaw;
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.PackageFormat;
import dev.tagdrift.explain.PackageList;
import dev.tagdrift.explain.PackageReading;
import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.Found;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotFetched;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source;
import dev.tagdrift.explain.Unreadable;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.report.Told.Row;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What keeps packages from being compared is told with its reason. */
class PackageWordingTest {
    private static final Digest LAYER =
            Digest.parse("sha256:" + "ab".repeat(32)).orElseThrow();
    private static final PackageReading NONE = new NoneRecorded();

    private static List<Row> summary(PackageReading locked, PackageReading current) {
        return new PackageWording(new PackageComparison(locked, current)).summary(false);
    }

    private static String why(PackageReading locked) {
        assertThat(summary(locked, NONE)).hasSize(1);
        return summary(locked, NONE).getFirst().text();
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, is damaged or cut off",
        "TOO_LARGE, unfolds to more than is read",
        "TOO_MUCH, brings the records of the image to more than is read",
        "NO_ZSTD, 'is packed with zstd, which cannot be unpacked on this system'"
    })
    void flawOfALayer(LayerFlaw flaw, String words) {
        assertThat(why(new NotFetched(new Unreadable.Flawed(LAYER, flaw))))
                .isEqualTo("locked cannot be read: layer sha256:abababababab " + words);
    }

    @Test
    void layerThatIsNotThereOrNotReadable() {
        assertThat(why(new NotFetched(new Unreadable.Foreign(LAYER))))
                .isEqualTo(
                        "locked cannot be read: layer sha256:abababababab is kept elsewhere, and its registry need not"
                                + " have it");
        assertThat(why(new NotFetched(new Unreadable.NoFiles(LAYER, new MediaType("application/wasm")))))
                .isEqualTo("locked cannot be read: layer sha256:abababababab is of a type that cannot be looked into:"
                        + " application/wasm");
        assertThat(why(new NotFetched(
                        new Unreadable.NotFetched(LAYER, new RateLimited("docker.io", Optional.empty())))))
                .startsWith("locked cannot be read: ")
                .contains("docker.io");
    }

    @ParameterizedTest
    @CsvSource({
        "MALFORMED, it is damaged or cut off",
        "UNKNOWN_FORMAT, its format is not known here",
        "UNFINISHED, a part of it is still in a journal beside it"
    })
    void flawOfARecord(Flaw flaw, String words) {
        assertThat(why(new NotReadable("var/lib/rpm/Packages", flaw)))
                .isEqualTo("locked cannot be read from `var/lib/rpm/Packages`: " + words);
    }

    @Test
    void bothSidesAreTold() {
        PackageReading flawed = new NotReadable("a", Flaw.MALFORMED);
        assertThat(summary(flawed, flawed))
                .extracting(Row::text)
                .containsExactly(
                        "locked cannot be read from `a`: it is damaged or cut off",
                        "current cannot be read from `a`: it is damaged or cut off");
    }

    @Test
    void listsOfTwoKindsAreToldToBe() {
        InstalledPackage bash = new InstalledPackage(PackageFormat.DEB, "bash", "5", "amd64", "bash", List.of());
        PackageList list = new PackageList(List.of(bash));
        assertThat(summary(
                        new Found(list, new Source.Published("SPDX", "syft")), new Found(list, new Source.Recorded())))
                .extracting(Row::text)
                .containsExactly(
                        "the same, in the same versions",
                        "a published list against the records of a package manager: what was added or removed may only be"
                                + " counted by one of them");
    }

    @Test
    void listsOfTwoMakersAreToldToBe() {
        InstalledPackage bash = new InstalledPackage(PackageFormat.DEB, "bash", "5", "amd64", "bash", List.of());
        PackageList list = new PackageList(List.of(bash));
        assertThat(summary(
                        new Found(list, new Source.Published("SPDX", "syft")),
                        new Found(list, new Source.Published("CycloneDX", ""))))
                .extracting(Row::text)
                .containsExactly(
                        "the same, in the same versions",
                        "published lists of two makers, SPDX by syft and CycloneDX: what was added or removed may only be"
                                + " counted by one of them");
    }

    @Test
    void imagesWithoutRecords() {
        assertThat(summary(NONE, NONE))
                .extracting(Row::text)
                .containsExactly("no package manager keeps records in these images");
    }
}
