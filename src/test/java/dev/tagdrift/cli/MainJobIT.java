package dev.tagdrift.cli;

import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionProcess;
import dev.tagdrift.testing.Programs;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** With Distribution as Debian's process. */
final class MainJobIT extends MainJobContract {
    @TempDir
    private Path folder;

    @BeforeAll
    static void needsDistribution() {
        Programs.assumeInstalled("docker-registry");
    }

    @Override
    Distribution start() throws Exception {
        return DistributionProcess.start(folder, Distribution.Setup.OPEN);
    }
}
