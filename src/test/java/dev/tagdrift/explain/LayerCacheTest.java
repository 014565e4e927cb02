package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LayerCacheTest {
    @TempDir
    private Path folder;

    private static LayerStack stack() {
        return new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .folder("a")
                                .file("a/file", "1")
                                .link("a/link", "file")
                                .file("b/old", "1"))
                .layer(
                        "2",
                        new RootTar()
                                .hardLink("a/second", "a/file")
                                .without("a/gone")
                                .withoutBelow("b"));
    }

    private Reading<? extends Map<String, byte[]>> read(LayerStack stack, Path place) {
        return new ImageFiles(stack, LayerCache.in(place))
                .read(LayerStack.REPOSITORY, stack.image().manifest(), Wanted.of("a/", "b/"));
    }

    private static List<String> names(Reading<? extends Map<String, byte[]>> reading) {
        List<String> names = new ArrayList<>();
        assertThat(reading)
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> ((Map<?, ?>) read.value()).keySet().forEach(name -> names.add((String) name)));
        return names;
    }

    @Test
    void whatWasReadIsNotReadAgain() {
        Path place = folder.resolve("cache/layers");
        LayerStack first = stack();
        List<String> names = names(read(first, place));
        assertThat(names).containsExactly("a/file", "a/link", "a/second");
        assertThat(first.bytesRead()).isPositive();
        LayerStack second = stack();
        assertThat(names(read(second, place))).isEqualTo(names);
        assertThat(second.bytesRead()).isZero();
    }

    @Test
    void anotherQuestionIsAsked() {
        names(read(stack(), folder));
        LayerStack other = stack();
        new OsReleases(other, LayerCache.in(folder)).of(LayerStack.REPOSITORY, other.image());
        assertThat(other.bytesRead()).isPositive();
    }

    /** Who stops before the end does not learn whether the bytes have the digest: a liar must not be remembered. */
    @Test
    void whatWasNotReadToItsEndIsNotKept() throws IOException {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .file("etc/os-release", "ID=debian\nVERSION_ID=12")
                                .file("usr/rest", "1"));
        OsFinding finding = new OsReleases(stack, LayerCache.in(folder)).of(LayerStack.REPOSITORY, stack.image());
        assertThat(finding).isInstanceOf(OsFinding.Known.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void whatIsDamagedIsReadAgain() throws IOException {
        List<String> names = names(read(stack(), folder));
        List<Path> kept = files();
        assertThat(kept).hasSize(2);
        Files.write(kept.getFirst(), new byte[100]);
        byte[] bytes = Files.readAllBytes(kept.getLast());
        bytes[bytes.length - 5] ^= 1;
        Files.write(kept.getLast(), bytes);
        LayerStack again = stack();
        assertThat(names(read(again, folder))).isEqualTo(names);
        assertThat(again.bytesRead()).isPositive();
    }

    @Test
    void folderThatCannotBeWrittenIsNoFailure() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThat(names(read(stack(), file.resolve("cache")))).isNotEmpty();
    }

    @Test
    void oldestIsForgottenFirst() throws IOException {
        for (int i = 0; i < 5; i++) {
            Path file = Files.write(folder.resolve("f" + i), new byte[100]);
            Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(i)));
        }
        LayerCache.sweep(folder, 250);
        assertThat(files()).map(file -> file.getFileName().toString()).containsExactly("f3", "f4");
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        }
    }
}
