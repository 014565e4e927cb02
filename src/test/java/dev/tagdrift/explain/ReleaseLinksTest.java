package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.RootTar;
import dev.tagdrift.explain.OsFinding.Known;
import dev.tagdrift.explain.OsFinding.Known.Source;
import dev.tagdrift.explain.OsFinding.Unclear;
import dev.tagdrift.image.OsRelease;
import org.junit.jupiter.api.Test;

/** The file that tells the release may lie anywhere in an image. */
class ReleaseLinksTest {
    private static OsFinding files(String release) {
        return new Known(OsRelease.parse(release).orElseThrow(), Source.FILES);
    }

    /** As on NixOS: a link to a link to a folder whose name nobody could know. */
    @Test
    void nameIsFollowedWhereverItLeads() {
        LayerStack stack = new LayerStack()
                .layer("nix", new RootTar().file("nix/store/abc/etc/os-release", "ID=nixos\nVERSION_ID=\"24.05\"\n"))
                .layer(
                        "etc",
                        new RootTar()
                                .link("etc/static", "/nix/store/abc/etc")
                                .link("etc/os-release", "/etc/static/os-release"));
        assertThat(stack.release()).isEqualTo(files("nixos 24.05"));
    }

    @Test
    void nameMayLeadElsewhereInALayerAbove() {
        LayerStack above = new LayerStack()
                .layer(
                        "ADD",
                        new RootTar()
                                .link("etc/os-release", "../usr/lib/os-release")
                                .file("usr/lib/os-release", "ID=debian\nVERSION_ID=12\n"))
                .layer(
                        "COPY / /",
                        new RootTar().link("etc/os-release", "../opt/os-a").file("opt/os-a", "ID=a"));
        assertThat(above.release()).isEqualTo(files("a"));
    }

    @Test
    void nameThatLeadsToWhatWasRemovedIsUnclear() {
        LayerStack stack = new LayerStack()
                .layer("one", new RootTar().file("opt/release", "ID=nixos\n").link("etc/os-release", "../opt/release"))
                .layer("two", new RootTar().file("opt/.wh.release", ""));
        assertThat(stack.release()).isEqualTo(new Unclear());
    }

    @Test
    void nameThatLeadsOnAndOnIsNotFollowedForever() {
        RootTar tar = new RootTar().link("etc/os-release", "/a1/b");
        for (int i = 1; i < 20; i++) {
            tar.link("a" + i, "/a" + (i + 1) + "/c");
        }
        assertThat(new LayerStack().layer("loop", tar.link("a20", "/a1")).release())
                .isEqualTo(new Unclear());
    }
}
