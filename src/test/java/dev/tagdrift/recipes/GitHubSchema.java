package dev.tagdrift.recipes;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** GitHub's own schemas of workflows and actions, in the small language of its parser. */
final class GitHubSchema {
    private static final Pattern EXPRESSION = Pattern.compile("\\$\\{\\{(?<expression>.*?)}}", Pattern.DOTALL);
    private static final Pattern CONTEXT = Pattern.compile("(?<![.'\\w-])(?<name>[a-z]\\w*)(?=\\.)");

    private final JsonNode definitions;
    private final String root;

    private GitHubSchema(JsonNode definitions, String root) {
        this.definitions = definitions;
        this.root = root;
    }

    static GitHubSchema ofActions() {
        return read("github-action.json", "action-root-strict");
    }

    static GitHubSchema ofWorkflows() {
        return read("github-workflow.json", "workflow-root-strict");
    }

    private static GitHubSchema read(String file, String root) {
        try {
            JsonNode schema = new ObjectMapper()
                    .readTree(Path.of("src/test/resources/schemas", file).toFile());
            return new GitHubSchema(schema.get("definitions"), root);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    /** What is wrong, each with its place; empty if nothing is. */
    List<String> problems(Object yaml) {
        return problems("", yaml, root, List.of());
    }

    private List<String> problems(String place, Object value, String type, Collection<String> outer) {
        JsonNode definition = definitions.path(type);
        List<String> contexts =
                definition.has("context") ? texts(definition.get("context")).toList() : List.copyOf(outer);
        if (value instanceof String text && EXPRESSION.matcher(text).find()) {
            return foreignContexts(place, text, contexts);
        }
        if (definition.has("one-of")) {
            return closest(texts(definition.get("one-of"))
                    .map(choice -> problems(place, value, choice, contexts))
                    .toList());
        }
        if (definition.has("allowed-values")) {
            return unless(
                    texts(definition.get("allowed-values")).anyMatch(String.valueOf(value)::equals),
                    place,
                    value + " is none of " + definition.get("allowed-values"));
        }
        return switch (value) {
            case Map<?, ?> map
            when definition.has("mapping") -> ofMapping(place, map, definition.get("mapping"), contexts);
            case List<?> list
            when definition.has("sequence") ->
                ofSequence(place, list, definition.at("/sequence/item-type").asText(), contexts);
            default -> ofScalar(place, value, type, definition);
        };
    }

    private static List<String> foreignContexts(String place, String text, List<String> contexts) {
        List<String> known = contexts.stream()
                .map(context -> context.replaceFirst("\\(.*", ""))
                .toList();
        return EXPRESSION
                .matcher(text)
                .results()
                .flatMap(expression ->
                        CONTEXT.matcher(expression.group("expression")).results())
                .map(context -> context.group("name"))
                .filter(name -> !known.contains(name))
                .map(name -> place + ": nothing is named " + name + " here, but " + known)
                .toList();
    }

    private static List<String> closest(List<List<String>> attempts) {
        return attempts.stream()
                .min((one, other) -> Integer.compare(weight(one), weight(other)))
                .orElse(List.of("no choice"));
    }

    /** What fails deep down is closer to what was meant. */
    private static int weight(List<String> problems) {
        return problems.stream()
                .mapToInt(problem -> 1000 - problem.split(":", 2)[0].length())
                .sum();
    }

    private List<String> ofMapping(String place, Map<?, ?> map, JsonNode mapping, List<String> contexts) {
        List<String> problems = new ArrayList<>();
        JsonNode properties = mapping.path("properties");
        properties.properties().forEach(property -> {
            if (property.getValue().path("required").asBoolean() && !map.containsKey(property.getKey())) {
                problems.add(place + ": lacks " + property.getKey());
            }
        });
        map.forEach((key, value) -> {
            String name = String.valueOf(key);
            JsonNode property = properties.path(name);
            String type = property.isMissingNode()
                    ? mapping.path("loose-value-type").asText("")
                    : property.path("type").asText(property.asText());
            problems.addAll(
                    type.isEmpty()
                            ? List.of(place + ": does not know " + name)
                            : problems(
                                    place + "/" + name,
                                    Optional.<Object>ofNullable(value).orElse(""),
                                    type,
                                    contexts));
        });
        return problems;
    }

    private List<String> ofSequence(String place, List<?> list, String type, List<String> contexts) {
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < list.size(); i++) {
            problems.addAll(problems(place + "/" + i, list.get(i), type, contexts));
        }
        return problems;
    }

    private static List<String> ofScalar(String place, Object value, String type, JsonNode definition) {
        boolean collection = value instanceof Map || value instanceof List;
        boolean fits = switch (type) {
            case "any" -> true;
            case "mapping" -> value instanceof Map;
            case "sequence" -> value instanceof List;
            case "string" -> !collection;
            case "boolean" -> value instanceof Boolean;
            case "number" -> value instanceof Number;
            default ->
                !collection
                        && (ofString(value, definition)
                                || (definition.has("boolean") && value instanceof Boolean)
                                || (definition.has("number") && value instanceof Number)
                                || (definition.has("null") && value.equals("")));
        };
        return unless(fits, place, "`" + value + "` is no " + type);
    }

    private static boolean ofString(Object value, JsonNode definition) {
        JsonNode string = definition.path("string");
        return definition.has("string")
                && (!string.has("constant") || string.get("constant").asText().equals(value))
                && !(string.path("require-non-empty").asBoolean() && value.equals(""));
    }

    private static List<String> unless(boolean fits, String place, String problem) {
        return fits ? List.of() : List.of(place + ": " + problem);
    }

    private static Stream<String> texts(JsonNode array) {
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(array.elements(), Spliterator.ORDERED), false)
                .map(JsonNode::asText);
    }

    @Override
    public String toString() {
        return root + " of "
                + definitions.properties().stream().map(Map.Entry::getKey).collect(Collectors.joining(" "));
    }
}
