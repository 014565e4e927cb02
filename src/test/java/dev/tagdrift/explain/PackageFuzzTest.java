package dev.tagdrift.explain;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.Map;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class PackageFuzzTest {
    private static final List<String> PATHS = PackageDatabase.ALL.stream()
            .flatMap(List::stream)
            .map(PackageDatabase::path)
            .toList();

    @FuzzTest(maxDuration = "15s")
    void anyDatabaseEndsInAnAnswer(FuzzedDataProvider data) {
        String path = data.pickValue(PATHS);

        FuzzedReadings.check(PackageDatabases.read(Map.of(path, data.consumeRemainingAsBytes())));
    }
}
