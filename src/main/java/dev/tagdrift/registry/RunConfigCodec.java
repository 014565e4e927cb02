package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tagdrift.image.RunConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads how containers of an image are run. Both vendors capitalise the names; what has another form than the
 * specification gives it is as good as nothing.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md#properties">OCI image configuration,
 *     config</a>
 */
final class RunConfigCodec {
    private RunConfigCodec() {}

    static RunConfig read(JsonNode config) {
        return new RunConfig(
                environment(config.path("Env")),
                words(config.path("Entrypoint")),
                words(config.path("Cmd")),
                text(config.path("User")),
                text(config.path("WorkingDir")),
                keys(config.path("ExposedPorts")),
                keys(config.path("Volumes")),
                texts(config.path("Labels")),
                text(config.path("StopSignal")));
    }

    private static SortedMap<String, String> environment(JsonNode variables) {
        SortedMap<String, String> environment = new TreeMap<>();
        for (String variable : words(variables)) {
            int equals = variable.indexOf('=');
            environment.put(
                    equals < 0 ? variable : variable.substring(0, equals),
                    equals < 0 ? "" : variable.substring(equals + 1));
        }
        return environment;
    }

    private static List<String> words(JsonNode list) {
        List<String> words = new ArrayList<>();
        list.forEach(word -> words.add(text(word)));
        return words;
    }

    private static SortedSet<String> keys(JsonNode map) {
        return new TreeSet<>(texts(map).keySet());
    }

    private static SortedMap<String, String> texts(JsonNode map) {
        SortedMap<String, String> texts = new TreeMap<>();
        map.properties().forEach(entry -> texts.put(Words.line(entry.getKey()), text(entry.getValue())));
        return texts;
    }

    private static String text(JsonNode value) {
        return Words.line(value.asText(""));
    }
}
