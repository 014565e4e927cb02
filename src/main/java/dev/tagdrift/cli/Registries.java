package dev.tagdrift.cli;

import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.settings.Settings;

/** Everything that talks to registries, put together for one run and closed at its end. */
@SuppressWarnings("DoNotCallSuggester")
final class Registries implements AutoCloseable {
    static Registries open(Settings settings, Surroundings surroundings, Screen screen) {
        throw new IllegalStateException();
    }

    BatchResolver resolver() {
        throw new IllegalStateException();
    }

    @Override
    public void close() {}
}
