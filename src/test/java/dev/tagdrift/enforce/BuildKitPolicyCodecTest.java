package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BuildKitPolicyCodecTest {
    private static final String PYTHON = "docker.io/library/python:3.12-slim";
    private static final String FRONTEND = "docker.io/docker/dockerfile:1";
    private static final String OTHER = "docker.io/library/python:3.12";
    private static final String DIGESTED =
            "ghcr.io/team/base@" + Resolved.index("base").digest();
    private static final Lockfile LOCKFILE =
            Locked.and(Locked.file(PYTHON, Resolved.index("python")), FRONTEND, Locked.of(Resolved.single("frontend")));
    private static final String PINNED = PYTHON + "@" + Resolved.index("python").digest();

    private static final String POLICY = BuildKitPolicyCodec.write(LOCKFILE);
    private static final String STRICT = BuildKitPolicyCodec.writeStrict(LOCKFILE, List.of(Uses.digested(DIGESTED)));

    @Test
    void isWhatTheProtocolAllows() throws IOException {
        Schema schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("src/test/resources/source-policy.schema.json")), InputFormat.JSON);

        assertThat(schema.validate(POLICY, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(STRICT, InputFormat.JSON)).isEmpty();
        assertThat(schema.validate(BuildKitPolicyCodec.write(Lockfile.EMPTY), InputFormat.JSON))
                .isEmpty();
        assertThat(schema.validate(POLICY.replace("CONVERT", "convert"), InputFormat.JSON))
                .isNotEmpty();
    }

    @Test
    void isApproved() {
        Approved.verify("export/policy.json", POLICY);
        Approved.verify("export/policy-strict.json", STRICT);
    }

    @Test
    void takesTheLockedImageWhereItsTagIsNamed() {
        PolicyEngine engine = new PolicyEngine(POLICY);

        assertThat(engine.source(PYTHON)).contains(PINNED);
        assertThat(engine.source(PINNED)).contains(PINNED);
        assertThat(engine.source(OTHER)).contains(OTHER);
        assertThat(engine.source(FRONTEND).orElseThrow()).startsWith(FRONTEND + "@sha256:");
    }

    @Test
    void letsNothingElseInWhenStrict() {
        PolicyEngine engine = new PolicyEngine(STRICT);

        assertThat(engine.source(PYTHON)).contains(PINNED);
        assertThat(engine.source(PINNED)).contains(PINNED);
        assertThat(engine.source(DIGESTED)).contains(DIGESTED);
        assertThat(engine.source(OTHER)).isEmpty();
        assertThat(engine.source(PYTHON + "@" + Resolved.index("another").digest()))
                .isEmpty();
        assertThat(engine.source("docker.io/docker/buildkit-syft-scanner:stable-1"))
                .isEmpty();
    }
}
