package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.CommandRun;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.TempWorkspace;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files of certificates that are named and cannot be used are told before anybody is asked. */
final class AuthorityFileTest {
    @AutoClose
    private FakeRegistry registry;

    private TempWorkspace project;

    @BeforeEach
    void nameAnImage(@TempDir Path folder) throws IOException {
        registry = FakeRegistry.start();
        registry.push("library/python", "3.12-slim", Images.index("bullseye"));
        project = TempWorkspace.of(folder, registry)
                .file("Dockerfile", "FROM python:3.12-slim")
                .file("empty.pem", "nothing")
                .file("broken.pem", "-----BEGIN CERTIFICATE-----", "AAAA", "-----END CERTIFICATE-----");
    }

    @ParameterizedTest
    @CsvSource({
        "missing.pem, it does not exist",
        "empty.pem, holds no certificate in PEM",
        "broken.pem, holds a certificate that cannot be read"
    })
    void caFileThatCannotBeUsed(String file, String reason) {
        project.append("tagdrift.yaml", "  registry.corp.example: { ca-file: " + file + " }");
        CommandRun run = project.run("lock");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.transcript())
                .contains(
                        "tagdrift.yaml: error[bad-settings]: the `ca-file` of `registry.corp.example` cannot be used: ",
                        file,
                        reason);
        assertThat(registry.requests()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"missing.pem, it does not exist", "empty.pem, holds no certificate in PEM"})
    void variableThatNamesNoCertificates(String file, String reason) {
        CommandRun run = project.runWith(Map.of("SSL_CERT_FILE", file), "lock");
        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.transcript())
                .contains("error[usage]: the file that `SSL_CERT_FILE` names cannot be used: ", file, reason);
        assertThat(registry.requests()).isEmpty();
    }

    @Test
    void nobodyWhoAsksNobodyNeedsThem() {
        project.done("lock");
        assertThat(project.runWith(Map.of("SSL_CERT_FILE", "missing.pem"), "check", "--offline")
                        .exitCode())
                .isZero();
    }
}
