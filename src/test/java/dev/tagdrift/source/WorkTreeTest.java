package dev.tagdrift.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tagdrift.settings.FailOn;
import dev.tagdrift.settings.Settings;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkTreeTest {
    @TempDir
    private Path root;

    @Test
    void findsTheUsualNamesAtAnyDepth() throws IOException {
        write("Dockerfile", "FROM a");
        write("a/b/Dockerfile.prod", "FROM a");
        write("a/web.Dockerfile", "FROM a");
        write("a/web.dockerfile", "FROM a");
        write("c/Containerfile", "FROM a");
        write("c/Containerfile.x", "FROM a");
        write("c/y.containerfile", "FROM a");
        write("c/dockerfile", "FROM a");

        assertThat(paths(scan(Settings.NONE)))
                .containsExactly(
                        "Dockerfile",
                        "a/b/Dockerfile.prod",
                        "a/web.Dockerfile",
                        "a/web.dockerfile",
                        "c/Containerfile",
                        "c/Containerfile.x",
                        "c/dockerfile",
                        "c/y.containerfile");
    }

    @Test
    void leavesOutWhatOnlyLooksLikeADockerfile() throws IOException {
        for (String name : List.of(
                "Dockerfile.dockerignore",
                "Dockerfile~",
                ".Dockerfile.swp",
                "Dockerfile.orig",
                "Dockerfile.bak",
                "Dockerfile.rej",
                "dockerfile.go",
                "MyDockerfile",
                "Dockerfiles/README")) {
            write(name, "FROM a");
        }

        assertThat(scan(Settings.NONE).files()).isEmpty();
    }

    /** Whoever builds in several languages has a Dockerfile.go, whoever writes of Dockerfiles a source of that name. */
    @ParameterizedTest
    @CsvSource({
        "Dockerfile.go, FROM golang:1.24, true",
        "Dockerfile.py, ARG PY=3.12\\nFROM python:$PY, true",
        "Dockerfile.js, # syntax=example/frontend\\n{}, true",
        "Dockerfile.java, # checked\\n\\nfrom eclipse-temurin:21 as build, true",
        "Dockerfile.alpine, FORM alpine:3.20, true",
        "Dockerfile.java, package app;\\nclass Dockerfile {}, false",
        "Dockerfile.py, from pathlib import Path, false",
        "Dockerfile.sh, RUN=\"docker build\"\\nFROM=x, false",
        "Dockerfile.test.ts, import test from \"test\", false",
        "Dockerfile.MD, # Builds\\n\\nFrom here on:\\n\\n    FROM alpine:3.20, false",
        "Containerfile.md, '', false",
        "Dockerfile.patch, --- a/Dockerfile, false"
    })
    void takesAFileNamedLikeASourceForADockerfileIfItBeginsLikeOne(String name, String content, boolean taken)
            throws IOException {
        write("a/" + name, content.replace("\\n", "\n"));
        Inventory inventory = scan(Settings.NONE);
        assertThat(paths(inventory)).hasSize(taken ? 1 : 0);
        assertThat(inventory.passedOver()).hasSize(taken ? 0 : 1);
        assertThat(paths(scan(settings(List.of("a/*"), List.of(), Settings.Arguments.NONE, List.of()))))
                .as("where somebody says that it is one")
                .hasSize(1);
        Path named = Path.of("a", name);
        for (List<Path> paths : List.of(List.of(named), List.of(named, Path.of("a")), List.of(Path.of("a"), named))) {
            assertThat(paths(new WorkTree(root, Settings.NONE).scan(paths)))
                    .as(paths.toString())
                    .hasSize(1);
        }
    }

    @Test
    void includesAndExcludesByPattern() throws IOException {
        write("docker/base.df", "FROM a");
        write("docker/base.df~", "FROM a");
        write("docker/old.df", "FROM a");
        write("test/fixtures/x/Dockerfile", "FROM a");
        write("Dockerfile", "FROM a");
        Settings settings = settings(
                List.of("docker/*", "test/"),
                List.of("test/fixtures/**", "old.df"),
                Settings.Arguments.NONE,
                List.of());

        assertThat(paths(scan(settings))).containsExactly("Dockerfile", "docker/base.df");
    }

    @Test
    void ignoresWhatGitIgnores() throws IOException {
        write(".git/info/exclude", "excluded\n");
        write(".git/Dockerfile", "FROM a");
        write(".gitignore", "build/\n*.tmp.Dockerfile\n!keep.tmp.Dockerfile\n/top/Dockerfile\n");
        write("build/Dockerfile", "FROM a");
        write("x.tmp.Dockerfile", "FROM a");
        write("keep.tmp.Dockerfile", "FROM a");
        write("top/Dockerfile", "FROM a");
        write("in/top/Dockerfile", "FROM a");
        write("in/.gitignore", "!x.tmp.Dockerfile\n");
        write("in/x.tmp.Dockerfile", "FROM a");
        write("excluded/Dockerfile", "FROM a");

        assertThat(paths(scan(Settings.NONE)))
                .containsExactly("in/top/Dockerfile", "in/x.tmp.Dockerfile", "keep.tmp.Dockerfile");
    }

    @Test
    void heedsIgnoreFilesAboveTheRoot() throws IOException {
        write(".git/HEAD", "");
        write(".gitignore", "ignored\n");
        write("sub/ignored/Dockerfile", "FROM a");
        write("sub/Dockerfile", "FROM a");

        Inventory inventory = new WorkTree(root.resolve("sub"), Settings.NONE).scan(List.of());

        assertThat(paths(inventory)).containsExactly("Dockerfile");
    }

    @Test
    void followsLinksToFilesOnly() throws IOException {
        write("real/other", "FROM a");
        Files.createSymbolicLink(root.resolve("Dockerfile"), Path.of("real/other"));
        Files.createSymbolicLink(root.resolve("linked"), Path.of("real"));
        Files.createSymbolicLink(root.resolve("real/Dockerfile"), Path.of("loop"));
        Files.createSymbolicLink(root.resolve("real/loop"), Path.of("."));
        Files.createSymbolicLink(root.resolve("Dockerfile.gone"), Path.of("nowhere"));

        Inventory inventory = scan(Settings.NONE);

        assertThat(paths(inventory)).containsExactly("Dockerfile", "Dockerfile.gone");
        assertThat(inventory.problems())
                .containsExactly(new ScanProblem.Unreadable(
                        new Location("Dockerfile.gone", 1), ScanProblem.Reason.DANGLING_LINK));
        assertThat(inventory.isComplete()).isFalse();
    }

    @Test
    void stopsAtNestedRoots() throws IOException {
        write("tagdrift.yaml", "");
        write("Dockerfile", "FROM a");
        write("b/tagdrift.yaml", "");
        write("b/Dockerfile", "FROM a");
        write("a/lockfiles/base-images.lock.json", "{}");
        write("a/deep/Dockerfile", "FROM a");

        Inventory inventory = scan(Settings.NONE);

        assertThat(paths(inventory)).containsExactly("Dockerfile");
        assertThat(inventory.nestedRoots()).containsExactly("a", "b");
    }

    @Test
    void narrowsToPaths() throws IOException {
        write("Dockerfile", "FROM a");
        write("a/Dockerfile", "FROM a");
        write("a/other", "FROM b");
        write(".gitignore", "a/Dockerfile.x\n");
        write("a/Dockerfile.x", "FROM a");

        WorkTree tree = new WorkTree(root, Settings.NONE);

        Inventory narrow = tree.scan(List.of(Path.of("a"), Path.of("a/other")));
        assertThat(paths(narrow)).containsExactly("a/Dockerfile", "a/other");
        assertThat(narrow.whole()).isFalse();
        assertThat(tree.scan(List.of(Path.of("a"), root)).whole()).isTrue();
        assertThat(tree.scan(List.of(Path.of("none"))).problems())
                .containsExactly(new ScanProblem.Unreadable(new Location("none", 1), ScanProblem.Reason.NOT_FOUND));
    }

    @Test
    void takesNoBytesForText() throws IOException {
        write("Dockerfile", "FROM a\0");
        write("Dockerfile.ok", "FROM a");

        Inventory inventory = scan(Settings.NONE);

        assertThat(inventory.problems())
                .containsExactly(new ScanProblem.Unreadable(new Location("Dockerfile", 1), ScanProblem.Reason.BINARY));
        assertThat(inventory.uses()).hasSize(1);
    }

    @Test
    void refusesWhatIsTooLargeWithoutReadingOn() throws IOException {
        try (RandomAccessFile sparse =
                new RandomAccessFile(root.resolve("Dockerfile").toFile(), "rw")) {
            sparse.setLength(100L << 20);
        }

        assertThat(scan(Settings.NONE).problems())
                .containsExactly(
                        new ScanProblem.Unreadable(new Location("Dockerfile", 1), ScanProblem.Reason.TOO_LARGE));
    }

    @Test
    void tellsAFolderThatItMayNotList() throws IOException {
        write("locked/Dockerfile", "FROM a");
        Path locked = root.resolve("locked");
        assumeTrue(
                locked.toFile().setReadable(false) && !Files.isReadable(locked), "permissions do not bind this user");

        assertThat(scan(Settings.NONE).problems())
                .containsExactly(
                        new ScanProblem.Unreadable(new Location("locked", 1), ScanProblem.Reason.NO_PERMISSION));
    }

    @Test
    void walksDeepFolders() throws IOException {
        Path deep = root;
        for (int i = 0; i < 200; i++) {
            deep = deep.resolve("d");
        }
        Files.createDirectories(deep);
        Files.writeString(deep.resolve("Dockerfile"), "FROM a");

        assertThat(scan(Settings.NONE).uses()).hasSize(1);
    }

    private Inventory scan(Settings settings) {
        return new WorkTree(root, settings).scan(List.of());
    }

    private static List<String> paths(Inventory inventory) {
        return inventory.files().stream().map(ScannedFile::path).toList();
    }

    private void write(String path, String content) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
    }

    private static Settings settings(
            List<String> include, List<String> exclude, Settings.Arguments base, List<Settings.Build> builds) {
        return new Settings(include, exclude, base, builds, FailOn.DIGEST, Map.of());
    }
}
