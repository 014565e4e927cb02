package dev.tagdrift.source;

import dev.tagdrift.settings.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The builds of one file: every combination of the values of its build arguments. */
final class BuildMatrix {
    private BuildMatrix() {}

    /**
     * All combinations, in a fixed order.
     *
     * @param relevant the arguments that make a difference; others would only multiply the work
     */
    static List<Map<String, String>> of(Settings.Arguments arguments, Set<String> relevant) {
        List<Map<String, String>> combinations = List.of(Map.of());
        for (Map.Entry<String, List<String>> argument : new TreeMap<>(arguments.buildArgs()).entrySet()) {
            if (relevant.contains(argument.getKey()) && !argument.getValue().isEmpty()) {
                combinations = multiplied(combinations, argument.getKey(), argument.getValue());
            }
        }
        return combinations;
    }

    private static List<Map<String, String>> multiplied(
            List<Map<String, String>> combinations, String name, List<String> values) {
        List<Map<String, String>> more = new ArrayList<>();
        for (Map<String, String> combination : combinations) {
            for (String value : values) {
                Map<String, String> longer = new HashMap<>(combination);
                longer.put(name, value);
                more.add(longer);
            }
        }
        return more;
    }
}
