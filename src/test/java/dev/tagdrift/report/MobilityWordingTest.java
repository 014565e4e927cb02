package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.OsRelease;
import dev.tagdrift.testing.Uses;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What moves a tag is told with what its name leaves open. */
class MobilityWordingTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "3.12.4-slim-bookworm | each rebuild: the tag names a patch version and the release `bookworm`",
                "3.12.4-slim | each rebuild and release of the system: the tag names a patch version",
                "3.12-slim | each patch, rebuild and release of the system: the tag names a minor version",
                "3.12-bookworm | each patch and rebuild: the tag names a minor version and the release `bookworm`",
                "3 | each minor version, patch, rebuild and release of the system: the tag names a major version",
                "bookworm-slim | each version and rebuild: the tag names the release `bookworm`",
                "latest | everything: the tag names no version",
                "slim | everything: the tag names no version"
            })
    void tellsWhatMovesATag(String tag, String words) {
        assertThat(words("python:" + tag, "debian 12 (bookworm)")).isEqualTo(words);
        assertThat(words("debian:" + tag, "")).isEqualTo(words);
    }

    private static String words(String image, String os) {
        MobilityWording mobility = new MobilityWording(Uses.tag(image), OsRelease.parse(os));
        return mobility.movers() + mobility.reason();
    }

    /** The version of a system's own image is its release, and not that of a program that happens to have the number. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "debian:12-slim | debian 12 (bookworm) | each patch and rebuild: the tag names the release `12`",
                "debian:12.5 | debian 12 (bookworm) | each rebuild: the tag names the release `12.5`",
                "debian:bookworm | debian 12 (bookworm) | each version and rebuild: the tag names the release `bookworm`",
                "rockylinux:9 | rocky 9 | each patch and rebuild: the tag names the release `9`",
                "ubi9/ubi-minimal:9.4 | rhel 9 | each rebuild: the tag names the release `9.4`",
                "debian:12 | debian (forky)"
                        + " | each minor version, patch, rebuild and release of the system: the tag names a major version",
                "ubuntu:22.04 | ubuntu 22.04 (jammy) | each patch and rebuild: the tag names the release `22.04`",
                "x.example/m/alpine:3.19 | alpine 3.19 | each patch and rebuild: the tag names the release `3.19`",
                "alpine:3.19.1 | alpine 3.19 | each rebuild: the tag names the release `3.19.1`",
                "alpine:3 | alpine 3.19"
                        + " | each minor version, patch, rebuild and release of the system: the tag names a major version",
                "postgres:12 | debian 12 (bookworm)"
                        + " | each minor version, patch, rebuild and release of the system: the tag names a major version"
            })
    void knowsTheReleaseThatTheTagOfASystemNames(String image, String os, String words) {
        assertThat(words(image, os)).isEqualTo(words);
    }
}
