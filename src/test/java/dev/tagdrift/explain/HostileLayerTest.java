package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Packing;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.explain.Unreadable.Flawed;
import dev.tagdrift.explain.Unreadable.NoFiles;
import dev.tagdrift.image.MediaType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Layers that somebody made to hurt, or that arrived in pieces. */
final class HostileLayerTest {
    private static final LayerLimits SMALL = new LayerLimits(1 << 20, 1 << 16, 10, 4096, 100, 2000);

    private static LayerReading read(byte[] blob, String... wanted) throws IOException {
        return new LayerReader(LayerQuestion.all(Wanted.of(wanted)), SMALL).read(new ByteArrayInputStream(blob));
    }

    private static byte[] gzip(RootTar tar) {
        return Packing.GZIP.pack().apply(tar.bytes());
    }

    private static LayerReading tooLarge() {
        return new LayerReading.Flawed(LayerFlaw.TOO_LARGE);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(3).nextBytes(bytes);
        return bytes;
    }

    @Test
    void bombIsNotUnfolded() throws IOException {
        assertThat(read(gzip(new RootTar().file("bomb", new byte[500_000])), "a"))
                .isEqualTo(tooLarge());
    }

    @Test
    void moreThanALayerHoldsIsNotRead() throws IOException {
        assertThat(read(gzip(new RootTar().file("large", noise(2_000_000))), "a"))
                .isEqualTo(tooLarge());
        assertThat(read(gzip(new RootTar().file("fine", noise(1_000_000))), "a"))
                .isInstanceOf(LayerReading.Read.class);
    }

    @Test
    void wantedFilesAreNotKeptBeyondALimit() throws IOException {
        RootTar tar = new RootTar().file("a", noise(1200)).file("b", noise(1200));
        assertThat(read(gzip(tar), "a")).isInstanceOf(LayerReading.Read.class);
        assertThat(read(gzip(tar), "a", "b")).isEqualTo(tooLarge());
    }

    @Test
    void namesAndLinksAreKeptUpToTheSameLimit() throws IOException {
        RootTar tar = new RootTar();
        for (int i = 0; i < 20; i++) {
            tar.link("a/" + i, "x".repeat(90));
        }
        assertThat(read(gzip(tar), "a/")).isEqualTo(tooLarge());
    }

    @Test
    void layerThatRepeatsItselfIsNotJudgedEachTime() throws IOException {
        RootTar tar = new RootTar();
        for (int i = 0; i < 1000; i++) {
            tar.file("a", "");
        }
        AtomicInteger judged = new AtomicInteger();
        LayerQuestion question = new LayerQuestion("a", Wanted.of("a"), entries -> judged.incrementAndGet() < 0);
        assertThat(new LayerReader(question, LayerLimits.USUAL).read(new ByteArrayInputStream(gzip(tar))))
                .isInstanceOf(LayerReading.Read.class);
        assertThat(judged.get()).isBetween(1, 100);
    }

    @Test
    void entriesAreCounted() throws IOException {
        RootTar tar = new RootTar();
        for (int i = 0; i < 101; i++) {
            tar.folder("f" + i);
        }
        assertThat(read(gzip(tar), "a")).isEqualTo(tooLarge());
    }

    @ParameterizedTest
    @ValueSource(ints = {TarArchiveOutputStream.LONGFILE_GNU, TarArchiveOutputStream.LONGFILE_POSIX})
    void longNamesAreReadUpToALimit(int mode) throws IOException {
        String fine = "a/" + "x".repeat(1000);
        assertThat(read(named(fine, mode), "a/"))
                .isInstanceOfSatisfying(
                        LayerReading.Read.class,
                        read -> assertThat(read.files().entries()).containsKey(fine));
        assertThat(read(named("a/" + "x".repeat(10_000), mode), "a/")).isEqualTo(tooLarge());
    }

    private static byte[] named(String name, int mode) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes)) {
            tar.setLongFileMode(mode);
            tar.putArchiveEntry(new TarArchiveEntry(name));
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void whatIsNoTarFileIsSaidToBe() throws IOException {
        LayerReading malformed = new LayerReading.Flawed(LayerFlaw.MALFORMED);
        assertThat(read(noise(5000), "a")).isEqualTo(malformed);
        assertThat(read("<html>not here</html>".repeat(50).getBytes(StandardCharsets.UTF_8), "a"))
                .isEqualTo(malformed);
        byte[] whole = gzip(new RootTar().file("a", noise(900)));
        assertThat(read(Arrays.copyOf(whole, whole.length / 2), "a")).isEqualTo(malformed);
    }

    @Test
    void flawIsToldWithItsLayer() {
        LayerStack stack = new LayerStack().layer("1", noise(5000));
        assertThat(stack.files("a"))
                .isEqualTo(new Reading.Failed<>(new Flawed(
                        stack.image().manifest().layers().getFirst().blob().digest(), LayerFlaw.MALFORMED)));
        String encrypted = "application/vnd.oci.image.layer.v1.tar+gzip+encrypted";
        LayerStack other = new LayerStack().layer("1", noise(5000), encrypted);
        assertThat(other.files("a"))
                .isEqualTo(new Reading.Failed<>(new NoFiles(
                        other.image().manifest().layers().getFirst().blob().digest(), new MediaType(encrypted))));
    }

    @RepeatedTest(300)
    void damagedLayersAreReadOrRefused(RepetitionInfo repetition) throws IOException {
        Random random = new Random(repetition.getCurrentRepetition());
        byte[] tar = new RootTar()
                .folder("a")
                .file("a/b", noise(random.nextInt(900)))
                .link("c", "a/b")
                .hardLink("d", "a/b")
                .without("e")
                .withoutBelow("a")
                .bytes();
        byte[] blob = random.nextBoolean() ? Packing.GZIP.pack().apply(tar) : tar;
        for (int i = random.nextInt(8); i >= 0; i--) {
            blob[random.nextInt(blob.length)] = (byte) random.nextInt(256);
        }
        LayerReading reading = read(Arrays.copyOf(blob, random.nextInt(blob.length + 1)), "a/", "c", "d");
        if (reading instanceof LayerReading.Read(LayerFiles files, boolean whole)) {
            RootFiles root = RootFiles.of(List.of(files, files));
            assertThat(root.folder("a")).hasSizeLessThan(10);
        }
    }
}
