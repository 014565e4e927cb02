package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.RunConfig;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ConfigCodecTest {
    private static final Digest LAYER = Digest.of("layer".getBytes(StandardCharsets.UTF_8));

    @Test
    void readsWhatTheImageSaysAboutItself() throws UnreadableDocumentException {
        ImageConfig config = read("""
                {"architecture": "arm", "variant": "v7", "os": "linux", "created": "2023-06-14T10:00:00.5+02:00",
                 "rootfs": {"type": "layers", "diff_ids": ["%s"]},
                 "history": [{"created_by": "/bin/sh -c #(nop) ADD file"}, {"empty_layer": true}]}
                """.formatted(LAYER));
        assertThat(config.platform().toString()).isEqualTo("linux/arm/v7");
        assertThat(config.created()).contains(Instant.parse("2023-06-14T08:00:00.5Z"));
        assertThat(config.diffIds()).containsExactly(LAYER);
        assertThat(config.history()).containsExactly(new Step("/bin/sh -c #(nop) ADD file", true), new Step("", false));
        assertThat(config.run()).isEqualTo(RunConfig.NONE);
    }

    @Test
    void readsHowContainersAreRun() throws UnreadableDocumentException {
        RunConfig run = read("""
                {"architecture": "amd64", "os": "linux", "config": {
                  "Env": ["PATH=/bin", "EMPTY=", "ARGS=a=b", "BARE"], "Entrypoint": ["/init"], "Cmd": ["python3", "-i"],
                  "User": "app:app", "WorkingDir": "/srv", "ExposedPorts": {"8080/tcp": {}}, "Volumes": {"/data": {}},
                  "Labels": {"maintainer": "somebody"}, "StopSignal": "SIGQUIT"}}
                """).run();
        assertThat(run.environment())
                .containsExactlyInAnyOrderEntriesOf(Map.of("PATH", "/bin", "EMPTY", "", "ARGS", "a=b", "BARE", ""));
        assertThat(run.entrypoint()).containsExactly("/init");
        assertThat(run.command()).containsExactly("python3", "-i");
        assertThat(List.of(run.user(), run.directory(), run.stopSignal()))
                .containsExactly("app:app", "/srv", "SIGQUIT");
        assertThat(run.ports()).containsExactly("8080/tcp");
        assertThat(run.volumes()).containsExactly("/data");
        assertThat(run.labels()).isEqualTo(Map.of("maintainer", "somebody"));
    }

    @Test
    void nullsAreNothing() throws UnreadableDocumentException {
        assertThat(read("""
                {"architecture": "amd64", "os": "linux", "history": null, "config": {
                  "Env": null, "Entrypoint": null, "Cmd": null, "Volumes": null, "Labels": null, "User": null}}
                """).run()).isEqualTo(RunConfig.NONE);
    }

    @Test
    void controlCharactersDoNotReachAnybody() throws UnreadableDocumentException {
        RunConfig run = read("""
                {"architecture": "amd64", "os": "linux", "config": {"Labels": {"a\\u001b[2J": "b\\r\\n::error::"}}}
                """).run();
        assertThat(run.labels()).isEqualTo(Map.of("a [2J", "b ::error::"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"1979-12-31T23:59:59Z", "+10000-01-01T00:00:00Z", "+999999999-12-31T23:59:59-18:00", "today", ""
            })
    void noImageWasBuiltAtATimeThatNobodyBelieves(String created) throws UnreadableDocumentException {
        assertThat(read("{\"architecture\": \"amd64\", \"os\": \"linux\", \"created\": \"" + created + "\"}")
                        .created())
                .isEmpty();
    }

    @Test
    void aDiffIdMustBeADigest() {
        assertThatThrownBy(() -> read("""
                        {"architecture": "amd64", "os": "linux", "rootfs": {"diff_ids": ["sha256:12"]}}
                        """)).isInstanceOf(UnreadableDocumentException.class);
    }

    private static ImageConfig read(String json) throws UnreadableDocumentException {
        return ConfigCodec.read(json.getBytes(StandardCharsets.UTF_8));
    }
}
