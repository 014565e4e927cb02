package dev.tagdrift.report;

import static dev.tagdrift.report.XmlText.escaped;

import dev.tagdrift.image.ImageReference;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A bulletin as test results: a case for each image, and one for each place whose image is not known. */
public final class JUnitXml {
    private static final TextRenderer TEXT = new TextRenderer(false, Integer.MAX_VALUE);

    private JUnitXml() {}

    /** How a case ended. */
    private enum Outcome {
        PASSED,
        SKIPPED,
        ERROR,
        FAILURE;

        static Outcome of(Entry entry) {
            return switch (entry.message().kind()) {
                case DRIFT, STALE -> FAILURE;
                case ERROR -> ERROR;
                case WARNING, NOTE -> entry.ignored().isPresent() ? SKIPPED : PASSED;
            };
        }
    }

    /**
     * One thing that can fail.
     *
     * @param group of cases that it is in
     * @param name which no other one of the group has
     * @param entries that are told of it
     */
    private record Case(String group, String name, List<Entry> entries) {
        Case(String group, String name) {
            this(group, name, new ArrayList<>());
        }

        Outcome outcome() {
            return entries.stream()
                    .map(Outcome::of)
                    .reduce(Outcome.PASSED, (one, other) -> one.compareTo(other) > 0 ? one : other);
        }
    }

    /** The document. */
    public static String of(Bulletin bulletin) {
        List<Case> cases = cases(bulletin);
        String counts = " tests=\"" + cases.size() + "\" failures=\"" + count(cases, Outcome.FAILURE) + "\" errors=\""
                + count(cases, Outcome.ERROR) + "\"";
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
                + "<testsuites name=\"tagdrift\"" + counts + ">\n"
                + "  <testsuite name=\"tagdrift\"" + counts + " skipped=\"" + count(cases, Outcome.SKIPPED) + "\">\n"
                + cases.stream().map(JUnitXml::xml).collect(Collectors.joining())
                + "  </testsuite>\n"
                + "</testsuites>\n";
    }

    private static List<Case> cases(Bulletin bulletin) {
        Map<ImageReference, Case> images = new LinkedHashMap<>();
        bulletin.images().forEach(image -> images.put(image, new Case("tagdrift.images", image.familiar())));
        Map<String, Case> others = new LinkedHashMap<>();
        for (Entry entry : bulletin.entries()) {
            if (entry.images().isEmpty()) {
                String name = (entry.message().where() + " " + entry.message().id()).strip();
                others.computeIfAbsent(name, any -> new Case("tagdrift.files", name))
                        .entries()
                        .add(entry);
            }
            entry.images()
                    .forEach(image -> images.computeIfAbsent(
                                    image, any -> new Case("tagdrift.images", image.familiar()))
                            .entries()
                            .add(entry));
        }
        List<Case> cases = new ArrayList<>(images.values());
        cases.addAll(others.values());
        return cases;
    }

    private static long count(List<Case> cases, Outcome outcome) {
        return cases.stream().filter(one -> one.outcome() == outcome).count();
    }

    private static String xml(Case one) {
        String start = "    <testcase classname=\"" + one.group() + "\" name=\"" + attribute(one.name()) + "\"";
        if (one.entries().isEmpty()) {
            return start + "/>\n";
        }
        String text = escaped(one.entries().stream()
                .flatMap(entry -> TEXT.lines(entry.message()).stream())
                .collect(Collectors.joining("\n")));
        return start + ">\n      "
                + switch (one.outcome()) {
                    case FAILURE -> told("failure", one, text);
                    case ERROR -> told("error", one, text);
                    case SKIPPED -> element("skipped", "", text);
                    case PASSED -> element("system-out", "", text);
                }
                + "\n    </testcase>\n";
    }

    /** The heaviest comes first, and stands for all in overviews. */
    private static String told(String element, Case one, String text) {
        Message message = one.entries().getFirst().message();
        return element(
                element, " type=\"" + message.id() + "\" message=\"" + attribute(message.sentence()) + "\"", text);
    }

    private static String element(String name, String attributes, String text) {
        return "<" + name + attributes + ">" + text + "</" + name + ">";
    }

    private static String attribute(String text) {
        return escaped(TextRenderer.plain(text));
    }
}
