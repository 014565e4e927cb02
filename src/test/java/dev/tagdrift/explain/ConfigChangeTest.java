package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.ConfigChange.Setting;
import dev.tagdrift.image.RunConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class ConfigChangeTest {
    private static final RunConfig LOCKED = new RunConfig(
            new TreeMap<>(Map.of("PATH", "/bin", "PYTHON_VERSION", "3.12.3", "GONE", "1")),
            List.of("/entry"),
            List.of("python3"),
            "",
            "/srv",
            new TreeSet<>(List.of("80/tcp")),
            new TreeSet<>(List.of("/data")),
            new TreeMap<>(Map.of("maintainer", "a")),
            "SIGTERM");
    private static final RunConfig CURRENT = new RunConfig(
            new TreeMap<>(Map.of("PATH", "/bin", "PYTHON_VERSION", "3.12.4", "NEW", "")),
            List.of("/entry"),
            List.of("python3", "-i"),
            "app",
            "",
            new TreeSet<>(List.of("80/tcp", "443/tcp")),
            new TreeSet<>(),
            new TreeMap<>(Map.of("maintainer", "b")),
            "SIGQUIT");

    @Test
    void everythingThatDiffersIsTold() {
        assertThat(ConfigChange.between(LOCKED, CURRENT))
                .containsExactly(
                        change(Setting.ENVIRONMENT, "GONE", "1", null),
                        change(Setting.ENVIRONMENT, "NEW", null, ""),
                        change(Setting.ENVIRONMENT, "PYTHON_VERSION", "3.12.3", "3.12.4"),
                        change(Setting.COMMAND, "", "python3", "python3 -i"),
                        change(Setting.USER, "", null, "app"),
                        change(Setting.DIRECTORY, "", "/srv", null),
                        change(Setting.PORT, "443/tcp", null, "443/tcp"),
                        change(Setting.VOLUME, "/data", "/data", null),
                        change(Setting.STOP_SIGNAL, "", "SIGTERM", "SIGQUIT"),
                        change(Setting.LABEL, "maintainer", "a", "b"));
    }

    @Test
    void nothingDiffersFromItself() {
        assertThat(ConfigChange.between(LOCKED, LOCKED)).isEmpty();
    }

    private static ConfigChange change(
            Setting setting, String name, @Nullable String locked, @Nullable String current) {
        return new ConfigChange(setting, name, Optional.ofNullable(locked), Optional.ofNullable(current));
    }
}
