package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source.Published;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read out of a bill of materials. */
class SbomCodecTest {
    @Test
    void readsSpdxAsBuildKitAttestsIt() throws IOException {
        String document = """
                {"_type": "https://in-toto.io/Statement/v0.1", "predicateType": "https://spdx.dev/Document",
                 "subject": [{"name": "pkg:docker/python@3.12?platform=linux%2Famd64", "digest": {"sha256": "00"}}],
                 "predicate": {"spdxVersion": "SPDX-2.3", "name": "sbom", "packages": [
                  {"name": "libssl3", "versionInfo": "3.0.9-1", "externalRefs": [
                    {"referenceCategory": "SECURITY", "referenceType": "cpe23Type",
                     "referenceLocator": "cpe:2.3:a:libssl3:libssl3:3.0.9-1:*:*:*:*:*:*:*"},
                    {"referenceCategory": "PACKAGE-MANAGER", "referenceType": "purl",
                     "referenceLocator": "pkg:deb/debian/libssl3@3.0.9-1?arch=amd64&upstream=openssl&distro=debian-12"}]},
                  {"name": "libstdc++6", "externalRefs": [{"referenceType": "purl",
                     "referenceLocator": "pkg:deb/debian/libstdc%2B%2B6@12.2.0-14%2Bdeb12u1?arch=amd64&upstream=gcc-12@12.2.0"}]},
                  {"name": "login", "externalRefs": [{"referenceType": "purl",
                     "referenceLocator": "pkg:deb/debian/login@1%3A4.13%2Bdfsg1-1?arch=amd64"}]},
                  {"name": "pip", "externalRefs": [{"referenceType": "purl", "referenceLocator": "pkg:pypi/pip@23.0"}]}],
                  "files": [{"fileName": "usr/bin/openssl"}]}}""";

        assertThat(packages(document))
                .containsExactly(
                        "libssl3 3.0.9-1 amd64 from openssl",
                        "libstdc++6 12.2.0-14+deb12u1 amd64 from gcc-12",
                        "login 1:4.13+dfsg1-1 amd64");
    }

    /** Which version of a tool it was makes no other maker. */
    @Test
    void tellsWhoMadeIt() throws IOException {
        assertThat(maker("""
                {"predicate": {"spdxVersion": "SPDX-2.3", "creationInfo": {"creators": [
                  "Organization: Anchore, Inc", "Tool: syft-[not provided]", "Tool: buildkit-v0.11.6", {"x": "y"}]},
                 "packages": [{"externalRefs": [{"referenceLocator": "pkg:deb/debian/bash@5"}]}]}}""")).isEqualTo(new Published("SPDX", "buildkit, syft"));
        assertThat(maker("""
                {"bomFormat": "CycloneDX", "metadata": {"component": {"name": "app"}, "tools": {"components": [
                  {"type": "application", "name": "trivy", "version": "0.50"}]}},
                 "components": [{"purl": "pkg:deb/debian/bash@5"}]}""")).isEqualTo(new Published("CycloneDX", "trivy"));
        assertThat(maker("""
                {"bomFormat": "CycloneDX", "metadata": {"tools": [{"vendor": "anchore", "name": "syft", "version": "1"}]},
                 "components": [{"purl": "pkg:deb/debian/bash@5"}]}""")).isEqualTo(new Published("CycloneDX", "syft"));
        assertThat(maker("{\"bomFormat\": \"CycloneDX\", \"purl\": \"pkg:deb/debian/bash@5\", \"metadata\": 1}"))
                .isEqualTo(new Published("CycloneDX", ""));
    }

    private static PackageReading.Source maker(String document) throws IOException {
        return ((PackageReading.Found) read(document)).source();
    }

    @Test
    void readsCycloneDx() throws IOException {
        String document = """
                {"bomFormat": "CycloneDX", "specVersion": "1.5",
                 "metadata": {"component": {"purl": "pkg:deb/debian/subject@1"}},
                 "components": [
                  {"type": "library", "name": "bash", "version": "5.2.15-3.fc38",
                   "purl": "pkg:rpm/fedora/bash@5.2.15-3.fc38?arch=x86_64&upstream=bash-5.2.15-3.fc38.src.rpm"},
                  {"name": "openssl-libs", "pedigree": {"ancestors": [{"purl": "pkg:rpm/fedora/old@1-1"}]},
                   "purl": "pkg:rpm/fedora/openssl-libs@3.0.9-2.fc38?arch=x86_64&epoch=1&upstream=openssl-3.0.9-2.fc38.src.rpm"},
                  {"name": "app", "components": [{"name": "zlib", "purl": "pkg:apk/alpine/zlib@1.2.13-r1?arch=x86_64"}]},
                  {"name": "express", "purl": "pkg:npm/%40scope/express@4.18.2"}]}""";

        assertThat(packages(document))
                .containsExactly(
                        "bash 5.2.15-3.fc38 x86_64",
                        "openssl-libs 1:3.0.9-2.fc38 x86_64 from openssl",
                        "zlib 1.2.13-r1 x86_64");
    }

    @Test
    void knowsADocumentWithoutPackagesOfADistribution() throws IOException {
        assertThat(read("{\"spdxVersion\": \"SPDX-2.3\", \"packages\": []}"))
                .isEqualTo(new PackageReading.NoneRecorded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "{\"spdxVersion\": \"SPDX-3.0\"}",
                "{\"predicateType\": \"https://slsa.dev/provenance/v1\"}"
            })
    void saysThatItDoesNotKnowTheFormat(String document) throws IOException {
        assertThat(read(document)).isEqualTo(new NotReadable("sbom", Flaw.UNKNOWN_FORMAT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"spdxVersion\": \"SPDX-2.3\"",
                "{\"spdxVersion\": \"SPDX-2.3\", \"purl\": \"pkg:\"}",
                "{\"spdxVersion\": \"SPDX-2.3\", \"purl\": \"pkg:deb/debian/a@%zz\"}",
                "{\"spdxVersion\": \"SPDX-2.3\", \"purl\": \"pkg:deb/debian/a\"}",
                "{\"spdxVersion\": \"SPDX-2.3\", \"purl\": \"pkg:deb/debian/a@%1b[31m1\"}",
                "not JSON"
            })
    void saysThatItMakesNoSense(String document) throws IOException {
        assertThat(read(document)).isEqualTo(new NotReadable("sbom", Flaw.MALFORMED));
    }

    /** JSON is UTF-8; the bytes of this one look like characters of four bytes in an order that no machine has. */
    @Test
    void saysThatNobodyWritesJsonLikeThis() throws IOException {
        byte[] document = {0, 0, '{', 0, 0, 0, '}', 0};

        assertThat(SbomCodec.read("sbom", new ByteArrayInputStream(document)))
                .isEqualTo(new NotReadable("sbom", Flaw.MALFORMED));
    }

    private static List<String> packages(String document) throws IOException {
        return Recorded.found(read(document)).packages().stream()
                .map(Recorded::words)
                .toList();
    }

    private static PackageReading read(String document) throws IOException {
        return SbomCodec.read("sbom", new ByteArrayInputStream(document.getBytes(StandardCharsets.UTF_8)));
    }
}
