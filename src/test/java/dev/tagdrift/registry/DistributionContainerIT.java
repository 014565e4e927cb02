package dev.tagdrift.registry;

import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.DistributionContainer;
import org.testcontainers.junit.jupiter.Testcontainers;

/** Distribution as a container, where a Docker engine answers. */
@Testcontainers(disabledWithoutDocker = true)
final class DistributionContainerIT extends DistributionContract {
    @Override
    Distribution start(Distribution.Setup setup) {
        return DistributionContainer.start(setup);
    }
}
