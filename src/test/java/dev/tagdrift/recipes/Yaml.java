package dev.tagdrift.recipes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** Reads YAML, of which a test knows the shape. */
final class Yaml {
    private Yaml() {}

    static Object read(Path file) {
        try {
            return read(Files.readString(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    static Object read(String text) {
        return documents(text).getFirst();
    }

    static List<Object> documents(String text) {
        Load load = new Load(LoadSettings.builder().build());
        return StreamSupport.stream(load.loadAllFromString(text).spliterator(), false)
                .toList();
    }

    static Map<?, ?> map(@Nullable Object node) {
        if (node instanceof Map<?, ?> map) {
            return map;
        }
        throw new AssertionError("no mapping: " + node);
    }

    static List<?> list(@Nullable Object node) {
        if (node instanceof List<?> list) {
            return list;
        }
        throw new AssertionError("no sequence: " + node);
    }
}
