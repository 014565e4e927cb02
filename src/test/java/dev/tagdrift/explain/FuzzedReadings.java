package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Found;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotReadable;

/** What holds of every list of packages, whatever it was read from. */
final class FuzzedReadings {
    private FuzzedReadings() {}

    static void check(PackageReading reading) {
        switch (reading) {
            case Found(PackageList packages, var source) -> {
                assertThat(packages.packages())
                        .isNotEmpty()
                        .allMatch(one -> !one.name().isEmpty());
                assertThat(PackageChanges.between(packages, packages).isEmpty()).isTrue();
            }
            case NoneRecorded none -> {}
            case NotReadable(String where, PackageReading.Flaw flaw) ->
                assertThat(where).isNotEmpty();
            case PackageReading.NotFetched unreadable -> throw new AssertionError("nothing was to be fetched");
        }
    }
}
