package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.Found;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source;
import dev.tagdrift.explain.PackageReading.Source.Published;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two lists of packages are of one kind, so that no difference in counting looks like a change. */
class PackageComparisonTest {
    private static final PackageReading PUBLISHED = found(new Published("SPDX", "syft"), "bash");
    private static final PackageReading BY_OTHERS = found(new Published("CycloneDX", "trivy"), "zlib");
    private static final PackageReading RECORDED = found(new Source.Recorded(), "zlib");
    private static final PackageReading RECORDED_TOO = found(new Source.Recorded(), "bash");
    private static final PackageReading UNREADABLE = new NotReadable("var/lib/dpkg/status", Flaw.MALFORMED);

    private static PackageReading notAsked() {
        throw new AssertionError("nobody needs it");
    }

    private static PackageReading found(Source source, String name) {
        return new Found(
                new PackageList(List.of(new InstalledPackage(PackageFormat.DEB, name, "1", "amd64", name, List.of()))),
                source);
    }

    @Test
    void publishedListGivesWayToTheRecordsOfTheSameImage() {
        assertThat(new PackageComparison(PUBLISHED, RECORDED)
                        .alike(() -> RECORDED_TOO, PackageComparisonTest::notAsked))
                .isEqualTo(new PackageComparison(RECORDED_TOO, RECORDED));
        assertThat(new PackageComparison(RECORDED, PUBLISHED)
                        .alike(PackageComparisonTest::notAsked, () -> RECORDED_TOO))
                .isEqualTo(new PackageComparison(RECORDED, RECORDED_TOO));
    }

    @Test
    void listsOfTwoMakersGiveWayToTheRecordsOfBothImages() {
        PackageComparison published = new PackageComparison(PUBLISHED, BY_OTHERS);
        assertThat(published.isMixed()).isTrue();
        assertThat(published.alike(() -> RECORDED_TOO, () -> RECORDED))
                .isEqualTo(new PackageComparison(RECORDED_TOO, RECORDED));
        assertThat(published.alike(() -> RECORDED_TOO, () -> UNREADABLE)).isEqualTo(published);
    }

    @Test
    void imageWithoutRecordsIsComparedByItsRecordsToo() {
        PackageReading none = new NoneRecorded();
        PackageComparison alike =
                new PackageComparison(PUBLISHED, none).alike(() -> none, PackageComparisonTest::notAsked);
        assertThat(alike).isEqualTo(new PackageComparison(none, none));
        assertThat(alike.isMixed()).isFalse();
    }

    @Test
    void whatIsOfOneKindOrUnknownIsLeftAsItIs() {
        for (PackageComparison one : List.of(
                new PackageComparison(PUBLISHED, PUBLISHED),
                new PackageComparison(RECORDED, RECORDED),
                new PackageComparison(PUBLISHED, UNREADABLE))) {
            assertThat(one.alike(PackageComparisonTest::notAsked, PackageComparisonTest::notAsked))
                    .isEqualTo(one);
            assertThat(one.isMixed()).isFalse();
        }
    }

    @Test
    void whereRecordsCannotBeReadTheTwoKindsAreComparedAndThatIsKnown() {
        PackageComparison mixed =
                new PackageComparison(PUBLISHED, RECORDED).alike(() -> UNREADABLE, PackageComparisonTest::notAsked);
        assertThat(mixed).isEqualTo(new PackageComparison(PUBLISHED, RECORDED));
        assertThat(mixed.isMixed()).isTrue();
    }
}
