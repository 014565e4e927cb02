package dev.tagdrift.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.source.FileHistory.Revision;
import dev.tagdrift.testing.GitRepository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileHistoryTest {
    private static final String FILE = "lockfiles/base-images.lock.json";

    @TempDir
    private Path folder;

    private FileHistory history(Path root) {
        return FileHistory.of(root.resolve(FILE), Instant.EPOCH);
    }

    private static List<String> told(FileHistory history) {
        return history.revisions().stream().map(FileHistoryTest::told).toList();
    }

    private static String told(Revision revision) {
        return (revision.exact() ? "" : "before ") + revision.when().toString().substring(0, 10) + " "
                + new String(revision.content(), UTF_8);
    }

    private GitRepository threeRevisions() {
        return GitRepository.in(folder)
                .commit("2025-01-01", "README.md", "read me")
                .commit("2025-01-02", FILE, "a")
                .commit("2025-01-03", "README.md", "read it")
                .commit("2025-01-04", FILE, "b")
                .commit("2025-01-05", FILE, "c")
                .commit("2025-01-06", "README.md", "do read");
    }

    @Test
    void tellsEachRevisionTheOldestFirst() {
        threeRevisions();
        FileHistory history = history(folder);
        assertThat(told(history)).containsExactly("2025-01-02 a", "2025-01-04 b", "2025-01-05 c");
        assertThat(history.shallow()).isFalse();
    }

    @Test
    void countsAMergeAndNotTheCommitsThatItBrought() {
        threeRevisions()
                .git("checkout", "-q", "-b", "refresh")
                .commit("2025-01-07", FILE, "d")
                .commit("2025-01-08", FILE, "e")
                .git("checkout", "-q", "main")
                .commit("2025-01-09", "README.md", "again")
                .at("2025-01-10", "merge", "-q", "--no-ff", "-m", "Refresh", "refresh");
        assertThat(told(history(folder)))
                .containsExactly("2025-01-02 a", "2025-01-04 b", "2025-01-05 c", "2025-01-10 e");
    }

    @Test
    void tellsWhatWasThereAlreadyWhereAShallowCloneBegins() {
        GitRepository clone = threeRevisions().shallowClone(3, folder.resolve("clone"));
        FileHistory history = history(clone.root());
        assertThat(told(history)).containsExactly("before 2025-01-04 b", "2025-01-05 c");
        assertThat(history.shallow()).isTrue();
    }

    @Test
    void goesBackNoFurtherThanAsked() {
        threeRevisions();
        FileHistory history = FileHistory.of(folder.resolve(FILE), Instant.parse("2025-01-04T13:00:00Z"));
        assertThat(told(history)).containsExactly("before 2025-01-04 b", "2025-01-05 c");
        assertThat(history.shallow()).isFalse();
    }

    @Test
    void seesAFileGoAndComeBack() {
        threeRevisions()
                .git("rm", "-q", FILE)
                .at("2025-01-07", "commit", "-q", "-m", "Remove")
                .commit("2025-01-08", FILE, "c");
        assertThat(told(history(folder)))
                .containsExactly("2025-01-02 a", "2025-01-04 b", "2025-01-05 c", "2025-01-08 c");
    }

    @Test
    void believesNoParentThatIsYoungerThanItsChild() {
        GitRepository.in(folder).commit("2025-01-02", FILE, "a").commit("2025-01-01", FILE, "b");
        assertThat(told(history(folder))).containsExactly("2025-01-01 a", "2025-01-01 b");
    }

    @Test
    void readsWorkTreesAndFoldersWithin() {
        GitRepository repository = GitRepository.in(folder).commit("2025-01-01", "sub/" + FILE, "a");
        Path other = folder.resolve("other");
        repository.git("worktree", "add", "-q", other.toString());
        assertThat(told(history(folder.resolve("sub")))).containsExactly("2025-01-01 a");
        assertThat(told(history(other.resolve("sub")))).containsExactly("2025-01-01 a");
    }

    @Test
    void tellsNothingWithoutARepositoryAndOfABrokenOne() throws IOException {
        assertThat(history(folder)).isEqualTo(FileHistory.NONE);
        Files.createDirectories(folder.resolve("lockfiles"));
        Files.writeString(folder.resolve(FILE), "a");
        assertThat(history(folder)).isEqualTo(FileHistory.NONE);
        GitRepository repository = GitRepository.in(folder);
        assertThat(told(history(folder))).isEmpty();
        repository.commit("2025-01-01", FILE, "a");
        Files.writeString(folder.resolve(".git/refs/heads/main"), "0123456789\n");
        assertThat(told(history(folder))).isEmpty();
        Files.writeString(folder.resolve(".git/config"), "[core\n");
        assertThat(told(history(folder))).isEmpty();
    }

    @Test
    void leavesNoTraceInTheRepository() throws IOException {
        threeRevisions().git("gc", "-q");
        List<String> before = files();
        history(folder);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void readsNoSettingsOfTheUserAndMeasuresNoClock() throws IOException, ConfigInvalidException {
        history(folder);
        StoredConfig settings = SystemReader.getInstance().getUserConfig();
        assertThat(settings.getSections()).isEmpty();
        assertThat(settings.getTimeUnit("filesystem", "any", "timestampResolution", -1, TimeUnit.NANOSECONDS))
                .isPositive();
        assertThat(((FileBasedConfig) settings).getFile()).isNull();
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.map(Path::toString).sorted().toList();
        }
    }
}
