package dev.tagdrift.enforce;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Resolved;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageUrlTest {
    private static final String HEX = "0".repeat(64);

    private static String reference(String url) {
        return ImageUrl.parse(url).orElseThrow().reference().toString();
    }

    @ParameterizedTest
    @CsvSource({
        "pkg:docker/python@3.12-slim, docker.io/library/python:3.12-slim",
        "pkg:docker/python@3.12-slim?platform=linux%2Famd64, docker.io/library/python:3.12-slim",
        "pkg:docker/docker/dockerfile@1, docker.io/docker/dockerfile:1",
        "pkg:docker/ghcr.io/team/app@1.4%2Bb, ",
        "pkg:docker/ghcr.io/team/app@1.4, ghcr.io/team/app:1.4",
        "pkg:docker/localhost:5000/app@1, localhost:5000/app:1",
        "pkg:docker/localhost%3A5000/app@1, localhost:5000/app:1",
        "pkg:docker/team/app@1?repository_url=gcr.io, gcr.io/team/app:1",
        "pkg:docker/alpine, docker.io/library/alpine:latest",
        "PKG:Docker/alpine@3#sub, docker.io/library/alpine:3",
    })
    void namesAReference(String url, String canonical) {
        assertThat(ImageUrl.parse(url).map(image -> image.reference().toString()))
                .isEqualTo(Optional.ofNullable(canonical));
    }

    @Test
    void digestIsAVersionOrAQualifier() {
        String digest = "sha256:" + HEX;
        assertThat(reference("pkg:docker/alpine@sha256%3A" + HEX)).isEqualTo("docker.io/library/alpine@" + digest);
        assertThat(reference("pkg:docker/alpine@" + digest)).isEqualTo("docker.io/library/alpine@" + digest);
        assertThat(reference("pkg:docker/alpine@3?digest=" + digest + "&platform=linux%2Farm64"))
                .isEqualTo("docker.io/library/alpine:3@" + digest);
        assertThat(reference("pkg:docker/alpine?digest=" + digest)).isEqualTo("docker.io/library/alpine@" + digest);
        assertThat(ImageUrl.parse("pkg:docker/alpine@3?digest=sha256:12")).isEmpty();
    }

    @Test
    void tellsThePlatform() {
        Platform arm = Resolved.platform("linux/arm/v7");
        assertThat(ImageUrl.parse("pkg:docker/alpine@3?platform=linux%2Farm%2Fv7")
                        .flatMap(ImageUrl::platform))
                .contains(arm);
        assertThat(ImageUrl.parse("pkg:docker/alpine@3?platform=").flatMap(ImageUrl::platform))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "docker",
                "pkg:docker/",
                "pkg:docker/ALPINE@3",
                "pkg:docker/alpine@3%",
                "pkg:docker/a%0Ab@3",
                "pkg:docker/alpine@3:4",
                "pkg:golang/github.com/moby/buildkit@1",
                "https://github.com/team/app.git#main"
            })
    void isNoImage(String text) {
        assertThat(ImageUrl.parse(text)).isEmpty();
    }

    @Test
    void isNoImageIfItIsLongerThanAnyName() {
        assertThat(ImageUrl.parse("pkg:docker/alpine@3?x=" + "a".repeat(3000))).isEmpty();
    }
}
