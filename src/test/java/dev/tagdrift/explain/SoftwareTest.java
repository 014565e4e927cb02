package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class SoftwareTest {
    @Test
    void theVariableIsNamedLikeTheRepository() throws InvalidReferenceException {
        assertThat(of("python:3.12", Map.of("PYTHON_VERSION", "3.12.4", "PIP_VERSION", "24.0")))
                .contains(new Software("PYTHON_VERSION", "3.12.4"));
        assertThat(of("ghcr.io/team/node:20", Map.of("NODE_VERSION", "20.11.1", "YARN_VERSION", "1.22.22")))
                .contains(new Software("NODE_VERSION", "20.11.1"));
    }

    @Test
    void whatPackagersAddIsNotPartOfTheVersion() throws InvalidReferenceException {
        assertThat(of("postgres:16", Map.of("PG_MAJOR", "16", "PG_VERSION", "16.3-1.pgdg120+1")))
                .contains(new Software("PG_VERSION", "16.3"));
        assertThat(of("eclipse-temurin:17", Map.of("JAVA_VERSION", "jdk-17.0.11+9")))
                .contains(new Software("JAVA_VERSION", "17.0.11"));
    }

    @Test
    void theOnlyVersionIsTakenForTheSoftware() throws InvalidReferenceException {
        assertThat(of("mirror/py:3", Map.of("PYTHON_VERSION", "3.12.4", "PATH", "/bin")))
                .contains(new Software("PYTHON_VERSION", "3.12.4"));
        assertThat(of("mirror/py:3", Map.of("PYTHON_VERSION", "3.12.4", "PIP_VERSION", "24.0")))
                .isEmpty();
    }

    @Test
    void whatIsNoVersionIsNone() throws InvalidReferenceException {
        assertThat(of("python:3", Map.of("PYTHON_VERSION", "nightly"))).isEmpty();
        assertThat(of("python:3", Map.of())).isEmpty();
    }

    /** A configuration may have megabytes of numbers, for which the stack is too small. */
    @Test
    void whatIsLongerThanAnyVersionIsNone() throws InvalidReferenceException {
        assertThat(of("python:3", Map.of("PYTHON_VERSION", "1.".repeat(100_000) + "1")))
                .isEmpty();
    }

    @Test
    void majorIsTheFirstNumber() {
        assertThat(new Software("NODE_VERSION", "20.11.1").major()).isEqualTo("20");
    }

    private static Optional<Software> of(String name, Map<String, String> environment)
            throws InvalidReferenceException {
        RunConfig run = new RunConfig(
                new TreeMap<>(environment),
                List.of(),
                List.of(),
                "",
                "",
                new TreeSet<>(),
                new TreeSet<>(),
                new TreeMap<>(),
                "");
        return Software.of((Tagged) ImageReference.parse(name), run);
    }
}
