package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.explain.PackageReading.Found;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotReadable;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class PackageFuzzTest {
    private static final List<String> PATHS = PackageDatabase.ALL.stream()
            .flatMap(List::stream)
            .map(PackageDatabase::path)
            .toList();

    @FuzzTest(maxDuration = "20s")
    void anyDatabaseEndsInAnAnswer(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);

        check(PackageDatabases.read(Map.of(path, data.consumeRemainingAsBytes())));
    }

    @FuzzTest(maxDuration = "20s")
    void anyBillOfMaterialsEndsInAnAnswer(FuzzedDataProvider data) throws IOException {
        check(SbomCodec.read("sbom", new ByteArrayInputStream(data.consumeRemainingAsBytes())));
    }

    @FuzzTest(maxDuration = "20s")
    void anyVersionsHaveAnOrder(FuzzedDataProvider data) {
        PackageFormat format = data.pickValue(PackageFormat.values());
        String one = data.consumeString(100);
        String other = data.consumeRemainingAsString();

        assertThat(format.versions().compare(one, other))
                .isEqualTo(-format.versions().compare(other, one));
    }

    private static void check(PackageReading reading) {
        switch (reading) {
            case Found(PackageList packages, var source) -> {
                assertThat(packages.packages())
                        .isNotEmpty()
                        .allMatch(one -> !one.name().isEmpty());
                assertThat(PackageChanges.between(packages, packages).isEmpty()).isTrue();
            }
            case NoneRecorded() -> assertThat(reading).isNotNull();
            case NotReadable(String where, PackageReading.Flaw flaw) ->
                assertThat(where).isNotEmpty();
            case PackageReading.NotFetched unreadable -> throw new AssertionError("nothing was to be fetched");
        }
    }
}
