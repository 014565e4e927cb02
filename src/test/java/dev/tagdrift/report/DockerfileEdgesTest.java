package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DockerfileEdgesTest {
    private static final Path TABLE = Path.of("src/test/resources/dockerfile-edges.txt");
    private static final int CASES = 150;

    static Stream<EdgeCase> cases() throws IOException {
        return EdgeCase.read(TABLE).stream();
    }

    @ParameterizedTest
    @MethodSource("cases")
    void tellsWhatBuildKitDoes(EdgeCase edge, @TempDir Path folder) throws IOException {
        assertThat(edge.told(folder)).isEqualTo(edge.expected());
    }

    @Test
    void knowsManyCases() throws IOException {
        List<EdgeCase> cases = cases().toList();

        assertThat(cases).hasSizeGreaterThan(CASES);
        assertThat(cases).extracting(EdgeCase::rule).doesNotContain("");
    }
}
