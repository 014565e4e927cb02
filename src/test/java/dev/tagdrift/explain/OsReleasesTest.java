package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.explain.OsFinding.Known;
import dev.tagdrift.explain.OsFinding.Known.Source;
import dev.tagdrift.explain.OsFinding.None;
import dev.tagdrift.explain.OsFinding.Unclear;
import dev.tagdrift.explain.OsFinding.Unknown;
import dev.tagdrift.explain.Unreadable.Flawed;
import dev.tagdrift.explain.Unreadable.Foreign;
import dev.tagdrift.explain.Unreadable.NotFetched;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class OsReleasesTest {
    private static final String FOREIGN = "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip";
    private static final String DEBIAN_12 = """
            PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"
            VERSION_ID="12"
            VERSION_CODENAME=bookworm
            ID=debian
            """;

    /** What is sorted before usr/lib, and does not pack well. */
    private static byte[] programs() {
        byte[] bytes = new byte[3_000_000];
        new Random(7).nextBytes(bytes);
        return bytes;
    }

    private static RootTar debian(String version, String vendor) {
        return new RootTar()
                .folder("etc")
                .file("etc/debian_version", version + "\n")
                .link("etc/dpkg/origins/default", vendor)
                .link("etc/os-release", "../usr/lib/os-release");
    }

    private static OsFinding tooMuch(LayerStack stack, LayerFlaw flaw) {
        Digest last = stack.image().manifest().layers().getLast().blob().digest();
        return new Unknown(new Flawed(last, flaw));
    }

    /** Of hundreds of images something is kept at the same time. */
    @Test
    void littleIsKeptOfOneImage() {
        LayerStack large = new LayerStack().layer("ADD", new RootTar().file("etc/os-release", "#".repeat(300_000)));
        assertThat(large.release()).isEqualTo(tooMuch(large, LayerFlaw.TOO_LARGE));
        LayerStack more = new LayerStack()
                .layer("ADD", new RootTar().file("etc/debian_version", "#".repeat(200_000)))
                .layer("ADD", new RootTar().file("etc/lsb-release", "#".repeat(200_000)));
        assertThat(more.release()).isEqualTo(tooMuch(more, LayerFlaw.TOO_MUCH));
        LayerStack enough = new LayerStack().layer("ADD", new RootTar().file("etc/os-release", "#".repeat(200_000)));
        assertThat(enough.release()).isEqualTo(new Unclear());
    }

    private static OsFinding files(String release) {
        return new Known(OsRelease.parse(release).orElseThrow(), Source.FILES);
    }

    private static OsFinding configuration(String release) {
        return new Known(OsRelease.parse(release).orElseThrow(), Source.CONFIGURATION);
    }

    @Test
    void debianIsKnownBeforeItsPrograms() {
        LayerStack stack = new LayerStack()
                .layer(
                        "ADD file:1 in / ",
                        debian("12.5", "debian")
                                .file("usr/bin/perl", programs())
                                .file("usr/lib/os-release", DEBIAN_12))
                .layer("RUN make", new RootTar().file("usr/local/bin/python3", programs()));
        assertThat(stack.release()).isEqualTo(files("debian 12 (bookworm)"));
        assertThat(stack.bytesRead()).isLessThan(100_000);
    }

    @Test
    void ubuntuIsKnownBeforeItsPrograms() {
        LayerStack stack = new LayerStack()
                .layer(
                        "ADD file:1 in / ",
                        new RootTar()
                                .file("etc/debian_version", "trixie/sid\n")
                                .link("etc/dpkg/origins/default", "ubuntu")
                                .file(
                                        "etc/lsb-release",
                                        "DISTRIB_ID=Ubuntu\nDISTRIB_RELEASE=24.04\nDISTRIB_CODENAME=noble\n")
                                .link("etc/os-release", "../usr/lib/os-release")
                                .file("usr/bin/perl", programs()));
        assertThat(stack.release()).isEqualTo(files("ubuntu 24.04 (noble)"));
        assertThat(stack.bytesRead()).isLessThan(100_000);
    }

    @Test
    void derivativesAreNotTakenForDebian() {
        LayerStack stack = new LayerStack()
                .layer(
                        "ADD file:1 in / ",
                        debian("12.5", "raspbian")
                                .file(
                                        "usr/lib/os-release",
                                        "ID=raspbian\nVERSION_ID=\"12\"\nVERSION_CODENAME=bookworm\n"));
        assertThat(stack.release()).isEqualTo(files("raspbian 12 (bookworm)"));
    }

    @Test
    void suiteThatIsNoReleaseYetHasNoVersion() {
        LayerStack stack = new LayerStack()
                .layer(
                        "ADD file:1 in / ",
                        debian("forky/sid", "debian")
                                .file("usr/lib/os-release", "ID=debian\nVERSION_CODENAME=forky\n"));
        assertThat(stack.release()).isEqualTo(files("debian (forky)"));
    }

    @Test
    void historyOfDebiansBuilderIsEnough() {
        LayerStack stack = new LayerStack()
                .layer("# debian.sh --arch 'amd64' out/ 'trixie' '@1785715200'", debian("13.1", "debian"))
                .step("CMD [\"bash\"]")
                .layer("RUN apt-get update && apt-get install -y curl", new RootTar().file("usr/bin/curl", "curl"));
        assertThat(stack.release()).isEqualTo(configuration("debian 13 (trixie)"));
        assertThat(stack.bytesRead()).isZero();
    }

    @Test
    void suiteWasNoReleaseBeforeItsDay() {
        LayerStack stack = new LayerStack()
                .layer(
                        "# debian.sh --arch 'amd64' out/ 'trixie' '@1735715200'",
                        debian("trixie/sid", "debian")
                                .file("usr/lib/os-release", "ID=debian\nVERSION_CODENAME=trixie\n"));
        assertThat(stack.release()).isEqualTo(files("debian (trixie)"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RUN sed -i s/bookworm/trixie/ /etc/apt/sources.list.d/debian.sources && apt-get -y dist-upgrade | debian 13 (trixie)",
                "COPY / / # buildkit | debian 13 (trixie)",
                "COPY . . # buildkit | debian 13 (trixie)",
                "/bin/sh -c #(nop) COPY dir:1 in /etc | debian 13 (trixie)",
                "RUN apt-get update && apt-get -y upgrade | debian 13 (trixie)",
                "RUN pip install --upgrade pip | debian 12 (bookworm)",
                "COPY app /usr/share/app | debian 12 (bookworm)",
                "'' | debian 13 (trixie)",
                "RUN echo deb > /etc/apt/sources.list.d/pgdg.list && apt-get install -y postgresql | debian 12 (bookworm)"
            })
    void layerAboveCountsIfItsCommandMayReplaceTheRelease(String command, String release) {
        LayerStack stack = new LayerStack()
                .layer("ADD file:1 in / ", debian("12.5", "debian").file("usr/lib/os-release", DEBIAN_12))
                .layer(
                        command,
                        new RootTar()
                                .file("etc/debian_version", "13.1\n")
                                .file("usr/lib/os-release", "ID=debian\nVERSION_ID=13\nVERSION_CODENAME=trixie\n"));
        assertThat(stack.release()).isEqualTo(files(release));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ID=alpine;VERSION_ID=3.20.1 | alpine 3.20",
                "ID=alpine;VERSION_ID=3.21.0_alpha20240807 | alpine edge",
                "ID=\"rhel\";VERSION_ID=\"9.4\";VERSION=\"9.4 (Plow)\" | rhel 9.4",
                "ID=wolfi;VERSION_ID=\"20230201\" | wolfi 20230201",
                "ID=fedora;VERSION_ID=40;VERSION_CODENAME=\"\" | fedora 40",
                "ID=\"amzn\";VERSION_ID=\"2023\" | amzn 2023",
                "ID=arch;VERSION_ID=20240804.0.251467 | arch",
                "ID=photon;VERSION_ID=5.0 | photon 5.0",
                "ID=azurelinux;VERSION_ID=\"3.0\" | azurelinux 3.0",
                "ID='debian';VERSION_ID='8' | debian 8 (jessie)",
                "ID=debian;VERSION_ID=99 | debian 99"
            })
    void releaseFilesOfManySystems(String lines, String release) {
        LayerStack stack = new LayerStack()
                .layer("ADD file:1 in / ", new RootTar().file("./etc/os-release", lines.replace(';', '\n') + "\n"));
        assertThat(stack.release()).isEqualTo(files(release));
    }

    @Test
    void releaseMayComeInASecondLayer() {
        LayerStack stack = new LayerStack()
                .layer("bazel build", new RootTar().folder("tmp"))
                .layer(
                        "bazel build",
                        new RootTar()
                                .file("usr/lib/os-release", DEBIAN_12)
                                .link("etc/os-release", "../usr/lib/os-release"));
        assertThat(stack.release()).isEqualTo(files("debian 12 (bookworm)"));
    }

    @Test
    void imageOfAProgramHasNone() {
        assertThat(new LayerStack()
                        .layer("COPY app /app", new RootTar().file("app", "app"))
                        .release())
                .isEqualTo(new None());
        assertThat(new LayerStack().release()).isEqualTo(new None());
    }

    @Test
    void removedReleaseFileIsNone() {
        LayerStack stack = new LayerStack()
                .layer("ADD file:1 in / ", new RootTar().file("usr/lib/os-release", "ID=\n"))
                .layer("RUN rm", new RootTar().without("usr/lib/os-release"));
        assertThat(stack.release()).isEqualTo(new None());
    }

    @Test
    void longWordsOfAStrangerAreNoTrouble() {
        String many = "# debian.sh " + "--a ".repeat(20_000) + "out/ 'trixie' '@1785715200'";
        assertThat(new LayerStack()
                        .layer(many, debian("1" + ".1".repeat(20_000), "debian"))
                        .release())
                .isEqualTo(files("debian 1"));
        assertThat(new LayerStack()
                        .layer("ADD", debian("1" + ".1".repeat(40_000), "debian"))
                        .release())
                .isEqualTo(new Unclear());
    }

    @Test
    void laterCommandMayDrawOnSourcesThatAnEarlierOneNamed() {
        LayerStack stack = new LayerStack()
                .layer("# debian.sh --arch 'amd64' out/ 'bookworm' '@1785715200'", debian("12.5", "debian"))
                .layer("COPY sources.list /etc/apt/sources.list", new RootTar().file("etc/apt/sources.list", "deb"))
                .layer("RUN apt-get update && apt-get -y install libc6", new RootTar().file("etc/os-release", "ID=a"));
        assertThat(stack.release()).isEqualTo(files("a"));
    }

    @Test
    void historyOfOtherLayersIsNotBelieved() {
        String debian = "# debian.sh --arch 'amd64' out/ 'bookworm' '@1785715200'";
        RootTar other = new RootTar().file("etc/os-release", "ID=a");
        assertThat(new LayerStack().step(debian).layer("squashed", other).release())
                .isEqualTo(files("a"));
        assertThat(new LayerStack().layered(debian).layer("RUN", other).release())
                .isEqualTo(files("a"));
    }

    @Test
    void fileThatDoesNotTellIsNotTakenForNone() {
        RootTar file = new RootTar().file("etc/os-release", "NAME=mine\n");
        RootTar link = new RootTar()
                .link("etc/os-release", "../opt/os-a")
                .file("opt/os-a", "NAME=mine\n")
                .file("usr/lib/os-release", "ID=b");
        RootTar dangling = new RootTar().link("etc/os-release", "../usr/lib/os-release");
        for (RootTar root : List.of(file, link, dangling)) {
            assertThat(new LayerStack().layer("ADD", root).release()).isEqualTo(new Unclear());
        }
        LayerStack above = new LayerStack()
                .layer("ADD", debian("12.5", "debian").file("usr/lib/os-release", DEBIAN_12))
                .layer("COPY / /", link);
        assertThat(above.release()).isEqualTo(new Unclear());
    }

    @Test
    void windowsSaysItInThePlatform() {
        LayerStack stack = new LayerStack()
                .on(new Platform("windows", "amd64", "", "10.0.20348.2582"))
                .missing("Apply image", new byte[9], FOREIGN);
        assertThat(stack.release()).isEqualTo(configuration("windows 10.0.20348"));
    }

    @Test
    void layerThatCannotBeHadIsToldToBeMissing() {
        byte[] blob = new byte[9];
        assertThat(new LayerStack().missing("ADD", blob, FOREIGN).release())
                .isEqualTo(new Unknown(new Foreign(Digest.of(blob))));
        assertThat(new LayerStack().missing("ADD", blob, "application/x-tar").release())
                .isEqualTo(new Unknown(new NotFetched(Digest.of(blob), new NotFound("registry.example", true, false))));
    }
}
