package dev.tagdrift.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.image.Platform;
import dev.tagdrift.settings.Settings;
import dev.tagdrift.source.WorkTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Dockerfile, how it is built, and what a scan tells of it.
 *
 * @param rule that it shows
 * @param given options of the command line
 * @param file its text
 * @param expected what is told, line by line
 */
record EdgeCase(String rule, List<String> given, String file, List<String> expected) {
    private static final Pattern ESCAPE = Pattern.compile("\\\\(\\\\|[trfv]|u[0-9a-f]{4})|%\\{(.)\\*([0-9]+)}");

    /** The cases of a table; its head tells the form. */
    static List<EdgeCase> read(Path table) throws IOException {
        List<EdgeCase> cases = new ArrayList<>();
        String rule = "";
        List<String> given = new ArrayList<>();
        StringBuilder file = new StringBuilder();
        List<String> expected = new ArrayList<>();
        for (String line : (Files.readString(table) + "\n= ").lines().toList()) {
            if (line.startsWith("= ") && !rule.isEmpty()) {
                cases.add(new EdgeCase(rule, List.copyOf(given), file.toString(), List.copyOf(expected)));
                given.clear();
                file.setLength(0);
                expected.clear();
            }
            String rest = line.length() < 2 ? "" : line.substring(2);
            if (line.startsWith("= ")) {
                rule = rest;
            } else if (line.startsWith("~ ")) {
                given.add(rest);
            } else if (line.startsWith("|")) {
                file.append(decoded(rest)).append('\n');
            } else if (line.startsWith("/ ")) {
                file.append(decoded(rest));
            } else if (line.startsWith("->")) {
                expected.add(rest.strip());
            }
        }
        return cases;
    }

    private static String decoded(String text) {
        return ESCAPE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(character(match.group(), match)));
    }

    private static String character(String escape, MatchResult match) {
        return switch (escape.charAt(1)) {
            case '\\' -> "\\";
            case 't' -> "\t";
            case 'r' -> "\r";
            case 'f' -> "\f";
            case 'v' -> "\u000B";
            case 'u' -> Character.toString(Integer.parseInt(escape.substring(2), 16));
            default -> match.group(2).repeat(Integer.parseInt(match.group(3)));
        };
    }

    /** What a scan tells, as JSON, brought into the form of the table. */
    List<String> told(Path folder) throws IOException {
        Files.writeString(folder.resolve("Dockerfile"), file);
        String json = ScanJson.of(
                new WorkTree(folder, Settings.NONE.withBase(arguments())).scan(List.of(Path.of("Dockerfile"))));
        JsonNode scanned = new ObjectMapper().readTree(json).get("files").get(0);
        List<String> told = new ArrayList<>();
        for (JsonNode use : scanned.get("uses")) {
            List<String> platforms = new ArrayList<>();
            use.get("platforms").forEach(platform -> platforms.add(platform.asText()));
            told.add(use.get("line").asInt() + " " + use.get("instruction").asText() + " "
                    + shortened(use.get("reference").asText()) + " " + String.join(" ", platforms));
        }
        for (JsonNode problem : scanned.get("problems")) {
            told.add(problem.get("line").asInt() + " " + problem.get("id").asText());
        }
        return told.isEmpty() ? List.of("nothing") : told;
    }

    private static String shortened(String reference) {
        return Pattern.compile("([a-zA-Z0-9])\\1{47,}")
                .matcher(reference)
                .replaceAll(run -> "%{" + run.group(1) + "*" + run.group().length() + "}");
    }

    private Settings.Arguments arguments() {
        Map<String, List<String>> buildArgs = new HashMap<>();
        Map<String, String> contexts = new HashMap<>();
        List<Platform> platforms = new ArrayList<>();
        for (String option : given) {
            String value = option.substring(option.indexOf(' ') + 1);
            String[] pair = value.split("=", 2);
            switch (option.substring(0, option.indexOf(' '))) {
                case "--build-arg" -> buildArgs.put(pair[0], List.of(pair[1]));
                case "--build-context" -> contexts.put(pair[0], pair[1]);
                default -> platforms.add(Platform.parse(value).orElseThrow());
            }
        }
        return new Settings.Arguments(buildArgs, platforms, contexts);
    }

    @Override
    public String toString() {
        return rule;
    }
}
