package dev.tagdrift.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlatformTest {
    @ParameterizedTest
    @CsvSource({
        "linux/amd64, linux/amd64",
        "linux/x86_64, linux/amd64",
        "linux/x86-64, linux/amd64",
        "linux/amd64/v1, linux/amd64",
        "linux/amd64/v3, linux/amd64/v3",
        "Linux/ARM64, linux/arm64",
        "linux/aarch64, linux/arm64",
        "linux/arm64/v8, linux/arm64",
        "linux/arm64/8, linux/arm64",
        "linux/arm64/v9, linux/arm64/v9",
        "linux/arm, linux/arm/v7",
        "linux/arm/7, linux/arm/v7",
        "linux/arm/v6, linux/arm/v6",
        "linux/armhf, linux/arm/v7",
        "linux/armel, linux/arm/v6",
        "linux/i386, linux/386",
        "linux/s390x, linux/s390x",
        "macos/arm64, darwin/arm64",
        "windows(10.0.17763)/amd64, windows(10.0.17763)/amd64"
    })
    void hasOneNameForEachPlatform(String text, String normal) {
        assertThat(Platform.parse(text))
                .hasValueSatisfying(platform -> assertThat(platform).hasToString(normal));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "linux", "linux/", "/amd64", "linux/amd64/", "a/b/c/d", "linux/am d64", "linux/$X"})
    void refusesOtherForms(String text) {
        assertThat(Platform.parse(text)).isEmpty();
    }

    @Test
    void acceptsAnyVersionOfWindowsUnlessOneIsAskedFor() {
        Platform any = Platform.parse("windows/amd64").orElseThrow();
        Platform old = Platform.parse("windows(10.0.17763)/amd64").orElseThrow();

        assertThat(any.accepts(old)).isTrue();
        assertThat(old.accepts(any)).isFalse();
        assertThat(old.accepts(old)).isTrue();
        assertThat(Platform.LINUX_AMD64.accepts(Platform.LINUX_ARM64)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "linux/amd64/v3, linux/amd64/v2, true",
        "linux/amd64/v3, linux/amd64, true",
        "linux/amd64, linux/amd64/v2, false",
        "linux/arm/v7, linux/arm/v5, true",
        "linux/arm/v6, linux/arm/v7, false",
        "linux/arm64/v9, linux/arm64, true",
        "linux/arm64, linux/arm/v7, false",
        "linux/s390x, linux/s390x, true",
        "linux/riscv64, linux/amd64, false"
    })
    void runsWhatAnOlderVariantRuns(String wanted, String image, boolean accepted) {
        assertThat(Platform.parse(wanted)
                        .orElseThrow()
                        .accepts(Platform.parse(image).orElseThrow()))
                .isEqualTo(accepted);
    }

    @Test
    void choosesTheNewestVariantThatItCanRun() {
        List<Platform> images = Stream.of("linux/amd64", "linux/amd64/v4", "linux/amd64/v2", "linux/386")
                .map(text -> Platform.parse(text).orElseThrow())
                .toList();
        assertThat(Platform.parse("linux/amd64/v3").orElseThrow().choose(images, image -> image))
                .containsExactly(Platform.parse("linux/amd64/v2").orElseThrow());
        assertThat(Platform.parse("linux/arm64").orElseThrow().choose(images, image -> image))
                .isEmpty();
    }

    @Test
    void knowsTheMarkOfAttestations() {
        assertThat(new Platform("unknown", "unknown", "", "").isUnknown()).isTrue();
        assertThat(Platform.LINUX_AMD64.isUnknown()).isFalse();
    }
}
