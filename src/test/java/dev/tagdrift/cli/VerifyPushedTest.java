package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.testing.FakeEngine;
import dev.tagdrift.testing.FakeEngine.Held;
import dev.tagdrift.testing.FakeRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VerifyPushedTest {
    @AutoClose
    private BuiltProject built;

    private FakeRegistry registry;
    private FakeEngine engine;

    @BeforeEach
    void lockOneImage(@TempDir Path folder) throws IOException {
        built = BuiltProject.in(folder);
        registry = built.registry();
        engine = built.engine();
    }

    /** What a push of the image built on these layers leaves in the registry. */
    private void pushApp(String... salts) {
        registry.push(
                "team/app",
                "1",
                SyntheticImage.index(
                        Format.OCI,
                        List.of(BuiltProject.app("linux/amd64", salts), BuiltProject.app("linux/arm64", salts))));
    }

    @Test
    void verifiesEveryPlatformOfAPushedImage() {
        pushApp("bullseye", "app");
        String image = registry.reference("team/app:1");
        built.approve("pushed", built.verify("registry:" + image));
        assertThat(engine.requests()).noneMatch(request -> request.contains("team/app"));
        assertThat(built.verify(image, "--platform", "linux/arm64").err())
                .contains("1 platform: 1 from the locked base");
        pushApp("bookworm", "app");
        built.approve("pushed-differs", built.verify(image));
    }

    @Test
    void neverPassesAPlatformThatTheImageDoesNotHave() {
        pushApp("bullseye", "app");
        String image = registry.reference("team/app:1");
        built.approve("platform-missing", built.verify(image, "--platform", "linux/arm64,linux/s390x"));
        assertThat(built.verify(image, "--platform", "linux/s390x").exitCode()).isEqualTo(3);
        registry.push("team/app", "2", SyntheticImage.single(BuiltProject.app("linux/amd64", "bullseye", "app")));
        assertThat(built.verify(registry.reference("team/app:2"), "--platform", "linux/arm64")
                        .exitCode())
                .isEqualTo(3);
        engine.hold(Held.of("bullseye", "app"), "app:1");
        built.approve("platform-missing-in-the-engine", built.verify("app:1", "--platform", "linux/arm64"));
    }
}
