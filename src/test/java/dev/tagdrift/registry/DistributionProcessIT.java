package dev.tagdrift.registry;

import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionProcess;
import dev.tagdrift.testing.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Distribution as Debian's process. */
final class DistributionProcessIT extends DistributionContract {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDistribution() {
        Programs.assumeInstalled("docker-registry");
    }

    @Override
    Distribution start(Distribution.Setup setup) throws Exception {
        return DistributionProcess.start(folder, setup);
    }
}
