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
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

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
        return documents(text, LoadSettings.builder().build());
    }

    /** As readers do for which every scalar is text. */
    static List<Object> textDocuments(String text) {
        return documents(
                text, LoadSettings.builder().setSchema(new FailsafeSchema()).build());
    }

    private static List<Object> documents(String text, LoadSettings settings) {
        Load load = new Load(settings);
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
