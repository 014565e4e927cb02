package dev.tagdrift.bench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Programs;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** That the benchmark runs; what it measures is nobody's test. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class BenchmarkIT {
    @Test
    void printsARowForEachNumberOfImages() throws Exception {
        Programs.assumeInstalled("docker-registry");
        Programs.assumeInstalled("curl");
        ByteArrayOutputStream said = new ByteArrayOutputStream();

        new Benchmark(List.of(1, 3), 2, Duration.ZERO, 1, new PrintStream(said, true, StandardCharsets.UTF_8)).print();

        assertThat(said.toString(StandardCharsets.UTF_8))
                .contains("| java -version |", "| tagdrift --version |", "| tagdrift scan, 2 Dockerfiles |")
                .containsPattern("\\| 1 \\| no \\| 1 \\| 0 \\| 1 \\+ 0 \\|")
                .containsPattern("\\| 3 \\| no \\| 3 \\| 0 \\| 1 \\+ 0 \\|")
                .containsPattern("\\| 3 \\| yes \\| 4 \\| 1 \\| 1 \\+ 1 \\|");
    }
}
