package dev.tagdrift.cli;

import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionContainer;
import org.testcontainers.junit.jupiter.Testcontainers;

/** With Distribution as a container, where a Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
final class MainJobContainerIT extends MainJobContract {
    @Override
    Distribution start() {
        return DistributionContainer.start(Distribution.Setup.OPEN);
    }
}
