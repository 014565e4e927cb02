package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A regression test of the inputs at hand in every build; a search for more with {@code JAZZER_FUZZ=1}. */
class DockerfileFuzzTest {
    @FuzzTest(maxDuration = "15s")
    void anyBytesEndInAnAnswer(FuzzedDataProvider data) {
        Map<String, String> buildArgs = Map.of("A", data.consumeString(20));
        Map<String, String> contexts = Map.of("base", data.consumeString(20));
        byte[] file = data.consumeRemainingAsBytes();

        Pulls pulls = Dockerfile.parse(file).evaluate(buildArgs, contexts, Platform.LINUX_ARM64);

        for (Pull pull : pulls.pulls()) {
            assertThat(pull.span().start()).isBetween(0, pull.span().end());
            assertThat(pull.span().end()).isLessThanOrEqualTo(file.length);
            assertThat(pull.line()).isPositive();
        }
        assertThat(pulls.problems()).allMatch(problem -> problem.line() > 0);
        if (pulls.pulls().isEmpty() && pulls.problems().isEmpty()) {
            assertThat(new String(file, StandardCharsets.ISO_8859_1))
                    .as("a file that pulls nothing says so")
                    .isNotBlank();
        }
    }
}
