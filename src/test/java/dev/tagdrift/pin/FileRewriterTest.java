package dev.tagdrift.pin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.pin.FileChange.Trouble;
import dev.tagdrift.testing.Uses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileRewriterTest {
    private static final Goal PIN = Texts.pin(Uses.tag("python:3.12"));

    private Path root;

    @BeforeEach
    void prepare(@TempDir Path folder) throws IOException {
        root = folder.toRealPath();
        Files.writeString(root.resolve("Dockerfile"), "FROM python:3.12\n");
    }

    private FileChange rewrite(Builds builds) {
        return new FileRewriter(root, path -> builds, PIN).rewrite("Dockerfile");
    }

    @Test
    void replacesTheFileAndLeavesNothingElse() throws IOException {
        FileChange change = rewrite(Texts.builds(Map.of()));

        assertThat(change.succeeded()).isTrue();
        assertThat(root.resolve("Dockerfile")).hasContent("FROM " + Texts.pinned("python:3.12"));
        assertThat(root.toFile().list()).containsExactly("Dockerfile");
    }

    @Test
    void doesNotWriteOverWhatSomebodyWroteMeanwhile() {
        Builds slow = content -> {
            write("FROM python:3.13\n");
            return Texts.builds(Map.of()).of(content);
        };

        assertThat(rewrite(slow).trouble()).contains(Trouble.CHANGED_MEANWHILE);
        assertThat(root.resolve("Dockerfile")).hasContent("FROM python:3.13");
    }

    @Test
    void tellsThatTheFileIsGone() throws IOException {
        Files.delete(root.resolve("Dockerfile"));

        assertThat(rewrite(Texts.builds(Map.of())).trouble()).contains(Trouble.NOT_READABLE);
    }

    @Test
    void doesNotTouchAFileThatStaysAsItIs() throws IOException {
        rewrite(Texts.builds(Map.of()));
        Object key = key();

        assertThat(rewrite(Texts.builds(Map.of())).differs()).isFalse();
        assertThat(key()).isEqualTo(key);
    }

    /** Another file in its place would have another one. */
    private Object key() throws IOException {
        return Files.readAttributes(root.resolve("Dockerfile"), "lastModifiedTime,fileKey");
    }

    private void write(String text) {
        try {
            Files.writeString(root.resolve("Dockerfile"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
