package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LockfileSchemaTest {
    private static final Schema SCHEMA = schema();

    private static Schema schema() {
        try {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(Files.readString(Path.of("lockfiles/base-images.schema.json")), InputFormat.JSON);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @RepeatedTest(200)
    void describesEveryLockfileThatIsWritten(RepetitionInfo repetition) {
        String text = LockfileCodec.write(GeneratedLockfile.of(repetition.getCurrentRepetition()));
        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("dev.tagdrift.lockfile.GoldenLockfilesTest#goldens")
    void describesTheGoldenLockfiles(Path golden) throws IOException {
        assertThat(SCHEMA.validate(Files.readString(golden), InputFormat.JSON)).isEmpty();
    }

    static Stream<List<String>> broken() {
        return Stream.of(
                List.of("\"version\": 1", "\"version\": 2"),
                List.of("\"version\": 1", "\"version\": \"1\""),
                List.of("\"version\": 1,", ""),
                List.of("\"version\": 1", "\"version\": 1, \"comment\": 1"),
                List.of("\"images\"", "\"image\""),
                List.of("docker.io/library/python:3.12-slim", "python:3.12-slim"),
                List.of("docker.io/library/python:3.12-slim", "docker.io/library/python"),
                List.of("docker.io/library/python:3.12-slim", "docker.io/library/Python:3"),
                List.of("\"digest\"", "\"Digest\""),
                List.of("\"digest\": \"sha256:", "\"digest\": \"sha256:0"),
                List.of("\"digest\": \"sha256:", "\"digest\": \"sha512:"),
                List.of("\"os\": \"debian 12 (bookworm)\"", "\"os\": 12"),
                List.of("\"os\"", "\"size\": 1, \"os\""),
                List.of("application/vnd.oci.image.index.v1+json", "text/html"),
                List.of("2025-08-05T21:43:51Z", "2025-08-05"),
                List.of("2025-08-05T21:43:51Z", "2025-08-05T21:43:51.5Z"),
                List.of("\"linux/amd64\": ", "\"linux/amd64\": 7, \"linux/386\": "),
                List.of("linux/amd64", "linux"),
                List.of("linux/amd64", "Linux/amd64"));
    }

    @ParameterizedTest
    @MethodSource("broken")
    void rejectsWhatTheReaderRejects(List<String> replacement) {
        String good = LockfileCodec.write(Locked.file("python:3.12-slim", Resolved.index("a")));
        String bad = good.replace(replacement.getFirst(), replacement.getLast());
        assertThat(bad).isNotEqualTo(good);
        assertThat(LockfileCodec.read(bad)).isInstanceOf(LockfileReading.Rejected.class);
        assertThat(SCHEMA.validate(bad, InputFormat.JSON)).isNotEmpty();
    }

    @Test
    void wantsImagesAsTheReaderDoes() {
        assertThat(LockfileCodec.read("{\"version\": 1}")).isInstanceOf(LockfileReading.Rejected.class);
        assertThat(SCHEMA.validate("{\"version\": 1}", InputFormat.JSON)).isNotEmpty();
    }
}
