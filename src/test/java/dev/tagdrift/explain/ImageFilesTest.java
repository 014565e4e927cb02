package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import dev.tagdrift.demo.Packing;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.Digest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

final class ImageFilesTest {
    private static Map<String, String> files(LayerStack stack, String... wanted) {
        Map<String, String> texts = new TreeMap<>();
        assertThat(stack.files(wanted))
                .isInstanceOfSatisfying(
                        Reading.Read.class,
                        read -> ((Map<?, ?>) read.value())
                                .forEach((path, bytes) ->
                                        texts.put((String) path, new String((byte[]) bytes, StandardCharsets.UTF_8))));
        return texts;
    }

    @Test
    void topmostLayerWins() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().file("etc/a", "one").file("etc/b", "one"))
                .layer("2", new RootTar().file("etc/a", "two"));
        assertThat(files(stack, "etc/a", "etc/b", "etc/c")).isEqualTo(Map.of("etc/a", "two", "etc/b", "one"));
    }

    @Test
    void folderStandsForWhatIsBelow() {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .file("var/lib/dpkg/status.d/base", "base")
                                .file("var/lib/dpkg/status.d/deep/tzdata", "tzdata")
                                .file("var/lib/dpkg/status", "no"));
        assertThat(files(stack, "var/lib/dpkg/status.d/"))
                .isEqualTo(Map.of("var/lib/dpkg/status.d/base", "base", "var/lib/dpkg/status.d/deep/tzdata", "tzdata"));
    }

    @Test
    void whiteoutRemovesAFileOrFolder() {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar().file("a/file", "1").file("a/other", "1").file("b/c/file", "1"))
                .layer("2", new RootTar().without("a/file").without("b/c"));
        assertThat(files(stack, "a/", "b/")).isEqualTo(Map.of("a/other", "1"));
    }

    @Test
    void whiteoutIsOfLowerLayersWhereverItStands() {
        RootTar before = new RootTar().withoutBelow("a").file("a/new", "2");
        RootTar after = new RootTar().file("a/new", "2").withoutBelow("a");
        for (RootTar layer : new RootTar[] {before, after}) {
            LayerStack stack = new LayerStack()
                    .layer("1", new RootTar().file("a/old", "1"))
                    .layer("2", layer);
            assertThat(files(stack, "a/")).isEqualTo(Map.of("a/new", "2"));
        }
    }

    @Test
    void whatWasRemovedMayComeAgain() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().file("a", "1"))
                .layer("2", new RootTar().without("a"))
                .layer("3", new RootTar().file("a", "3"));
        assertThat(files(stack, "a")).isEqualTo(Map.of("a", "3"));
    }

    @Test
    void linksAreFollowedWithinTheRoot() {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .link("lib", "usr/lib")
                                .link("etc/release", "/lib/release")
                                .link("etc/high", "../../../../usr/lib/release")
                                .file("usr/lib/release", "here"));
        assertThat(files(stack, "etc/release", "etc/high", "lib/release"))
                .isEqualTo(Map.of("etc/release", "here", "etc/high", "here", "lib/release", "here"));
    }

    @Test
    void linkedFolderIsLookedInto() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().file("usr/lib/sysimage/rpm/rpmdb.sqlite", "db"))
                .layer("2", new RootTar().link("var/lib/rpm", "../../usr/lib/sysimage/rpm"));
        assertThat(files(stack, "var/lib/rpm/")).isEqualTo(Map.of("var/lib/rpm/rpmdb.sqlite", "db"));
    }

    @Test
    void layerMayWriteThroughALinkOfALowerOne() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().link("lib", "usr/lib").file("usr/lib/a", "1"))
                .layer("2", new RootTar().file("lib/a", "2"));
        assertThat(files(stack, "lib/a", "usr/lib/a")).isEqualTo(Map.of("lib/a", "2", "usr/lib/a", "2"));
    }

    @Test
    void folderTakesThePlaceOfALink() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().link("lib", "usr/lib").file("usr/lib/a", "1"))
                .layer("2", new RootTar().folder("lib").file("lib/a", "2"));
        assertThat(files(stack, "lib/a", "usr/lib/a")).isEqualTo(Map.of("lib/a", "2", "usr/lib/a", "1"));
    }

    @Test
    void hardLinkIsTheFileItselfEvenWhenItsFirstNameIsRemoved() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().file("etc/first", "1").hardLink("etc/second", "etc/first"))
                .layer("2", new RootTar().without("etc/first"));
        assertThat(files(stack, "etc/second")).isEqualTo(Map.of("etc/second", "1"));
    }

    /** As Fedora has it. */
    @Test
    void recordsOfPackagesAreFollowedToWhereTheyWereMoved() {
        LayerStack stack = new LayerStack()
                .layer(
                        "ADD",
                        new RootTar()
                                .link("var/lib/rpm", "../../usr/lib/sysimage/rpm")
                                .file("usr/lib/sysimage/rpm/rpmdb.sqlite", "rows")
                                .link("lib/apk/db", "/opt/apk")
                                .file("opt/apk/installed", "lines"));
        assertThat(files(stack, "var/lib/rpm/rpmdb.sqlite", "lib/apk/db/installed"))
                .containsEntry("var/lib/rpm/rpmdb.sqlite", "rows")
                .containsEntry("lib/apk/db/installed", "lines");
    }

    @Test
    void oneImageHasOneBudgetForAllItsLayers() {
        LayerLimits small = new LayerLimits(1 << 20, 1 << 16, 10, 4096, 100, 3000);
        LayerStack stack = new LayerStack();
        for (int i = 0; i < 3; i++) {
            stack.layer("replaced", new RootTar().file("a", "x".repeat(2000 + i)));
        }
        assertThat(within(small, stack, "a", "b")).isInstanceOf(Reading.Read.class);
        stack.layer("more", new RootTar().file("b", "x".repeat(2000)));
        Digest last = stack.image().manifest().layers().getLast().blob().digest();
        assertThat(within(small, stack, "a", "b"))
                .isEqualTo(new Reading.Failed<>(new Unreadable.Flawed(last, LayerFlaw.TOO_MUCH)));
    }

    @Test
    void whereLinksLeadCountsToo() {
        LayerLimits small = new LayerLimits(1 << 20, 1 << 16, 10, 4096, 100, 250);
        LayerStack links = new LayerStack()
                .layer("1", new RootTar().link("a", "x".repeat(90)))
                .layer("2", new RootTar().link("b", "x".repeat(90)));
        LayerStack hardLinks = new LayerStack()
                .layer("1", new RootTar().hardLink("a", "x".repeat(90)))
                .layer("2", new RootTar().hardLink("b", "x".repeat(90)));
        assertThat(within(small, links, "a", "b")).isInstanceOf(Reading.Failed.class);
        assertThat(within(small, hardLinks, "a", "b")).isInstanceOf(Reading.Failed.class);
    }

    private static Reading<?> within(LayerLimits limits, LayerStack stack, String... wanted) {
        return new ImageFiles(new Layers(stack, LayerCache.NONE, limits))
                .read(LayerStack.REPOSITORY, stack.image().manifest(), Wanted.of(wanted));
    }

    @Test
    void linksInACircleLeadNowhere() {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .link("a", "b")
                                .link("b", "a")
                                .link("self", "self/self")
                                .hardLink("h", "h"));
        assertThat(files(stack, "a", "b", "self", "h", "a/file")).isEmpty();
    }

    @Test
    void namesThatLeadOutAreLeftOut() {
        LayerStack stack = new LayerStack()
                .layer(
                        "1",
                        new RootTar()
                                .file("../etc/a", "out")
                                .file("/etc/b", "in")
                                .file("./etc//c", "in"));
        assertThat(files(stack, "etc/")).isEqualTo(Map.of("etc/b", "in", "etc/c", "in"));
    }

    @Test
    void lastOfSeveralEntriesCounts() {
        LayerStack stack = new LayerStack()
                .layer("1", new RootTar().file("a", "1").link("a", "b").file("a", "3"));
        assertThat(files(stack, "a")).isEqualTo(Map.of("a", "3"));
    }

    @Test
    void packingIsKnownByItsFirstBytes() {
        byte[] tar = new RootTar().file("a", "1").bytes();
        LayerStack stack = new LayerStack();
        for (byte[] blob : new byte[][] {tar, Packing.GZIP.pack().apply(tar), Zstd.compress(tar)}) {
            assertThat(files(new LayerStack().layer("1", blob), "a")).isEqualTo(Map.of("a", "1"));
            stack.layer("1", blob);
        }
        assertThat(files(stack.layer("empty", new byte[0]), "a")).isEqualTo(Map.of("a", "1"));
    }

    @Test
    void partsThatArePackedOneByOneAreOneLayer() {
        byte[] tar = new RootTar().file("a", "1").file("b", "2").bytes();
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        for (int at = 0; at < tar.length; at += 512) {
            parts.writeBytes(Packing.GZIP.pack().apply(Arrays.copyOfRange(tar, at, at + 512)));
        }
        assertThat(files(new LayerStack().layer("1", parts.toByteArray()), "b")).isEqualTo(Map.of("b", "2"));
    }
}
