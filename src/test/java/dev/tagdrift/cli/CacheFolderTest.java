package dev.tagdrift.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CacheFolderTest {
    private static final Path HOME = Path.of("home").toAbsolutePath();
    private static final Path ELSEWHERE = Path.of("elsewhere").toAbsolutePath();

    private static Path folder(Map<String, String> environment) {
        PrintWriter nowhere = new PrintWriter(Writer.nullWriter());
        return CacheFolder.of(
                new Surroundings(environment, HOME, HOME, nowhere, nowhere, false, false, Clock.systemUTC()));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void liesInTheHomeFolder() {
        assertThat(folder(Map.of())).isEqualTo(HOME.resolve(".cache/tagdrift"));
    }

    @Test
    void liesWhereTheUserWantsCaches() {
        assertThat(folder(Map.of("XDG_CACHE_HOME", ELSEWHERE.toString(), "LOCALAPPDATA", HOME.toString())))
                .isEqualTo(ELSEWHERE.resolve("tagdrift"));
        assertThat(folder(Map.of("LOCALAPPDATA", ELSEWHERE.toString()))).isEqualTo(ELSEWHERE.resolve("tagdrift"));
    }

    @Test
    void takesNoPathThatIsRelativeOrNone() {
        Path usual = folder(Map.of());
        assertThat(folder(Map.of("XDG_CACHE_HOME", ""))).isEqualTo(usual);
        assertThat(folder(Map.of("XDG_CACHE_HOME", "caches"))).isEqualTo(usual);
        assertThat(folder(Map.of("XDG_CACHE_HOME", "\0"))).isEqualTo(usual);
    }
}
