package dev.tagdrift.settings;

import dev.tagdrift.settings.SettingsProblem.BadValue;
import dev.tagdrift.settings.SettingsProblem.Expected;
import dev.tagdrift.settings.SettingsProblem.Kind;
import dev.tagdrift.settings.SettingsProblem.NoValues;
import dev.tagdrift.settings.SettingsProblem.WrongType;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * A key with its value, or an item of a list with the list's key. What does not fit is reported and left out.
 *
 * @param line of the key or the item
 * @param problems where to report
 */
record Entry(String key, int line, Node node, List<SettingsProblem> problems) {
    static Kind kind(Node node) {
        return switch (node) {
            case ScalarNode scalar when scalar.isPlain() && scalar.getValue().isEmpty() -> Kind.NOTHING;
            case MappingNode mapping -> Kind.MAPPING;
            case SequenceNode sequence -> Kind.LIST;
            default -> Kind.TEXT;
        };
    }

    /** The one text, read. Scalars are taken as they are written: {@code 3.10} has two digits after the dot. */
    <T> Optional<T> read(Expected expected, Function<String, Optional<T>> reader) {
        return text().flatMap(written -> {
            Optional<T> value = reader.apply(written);
            if (value.isEmpty()) {
                bad(written, expected, Optional.empty());
            }
            return value;
        });
    }

    /** The one text, which must be one of some words. */
    <T> Optional<T> read(Expected expected, List<String> words, Function<String, T> reader) {
        Optional<String> word = text();
        word.filter(written -> !words.contains(written))
                .ifPresent(wrong -> bad(wrong, expected, NearMatch.of(wrong, words)));
        return word.filter(words::contains).map(reader);
    }

    Optional<String> text() {
        return node instanceof ScalarNode scalar && kind(node) == Kind.TEXT
                ? Optional.of(scalar.getValue())
                : wrong(Kind.TEXT);
    }

    /** The one text, or each of a list, read. */
    <T> List<T> readAll(Expected expected, Function<String, Optional<T>> reader) {
        return switch (kind(node)) {
            case TEXT, LIST ->
                items().flatMap(item -> item.read(expected, reader).stream()).toList();
            case MAPPING, NOTHING, TEXT_OR_LIST ->
                this.<List<T>>wrong(Kind.TEXT_OR_LIST).orElse(List.of());
        };
    }

    /** The texts as written. */
    List<String> texts() {
        return readAll(Expected.ARGUMENT_NAME, Optional::of);
    }

    /** The items of a list; a text alone is a list of one. */
    private Stream<Entry> items() {
        return node instanceof SequenceNode list
                ? list.getValue().stream()
                        .map(item -> new Entry(key, YamlText.line(item.getStartMark()), item, problems))
                : Stream.of(this);
    }

    /** The items of what must be a list. */
    List<Entry> list() {
        return node instanceof SequenceNode
                ? items().toList()
                : this.<List<Entry>>wrong(Kind.LIST).orElse(List.of());
    }

    /** The keys below; none if nothing stands there. */
    Section section() {
        if (node instanceof MappingNode mapping) {
            return Section.of(line, mapping, problems);
        }
        if (kind(node) != Kind.NOTHING) {
            wrong(Kind.MAPPING);
        }
        return new Section(line, problems);
    }

    /** Reports an empty list. */
    void mustHaveItems() {
        if (node instanceof SequenceNode list && list.getValue().isEmpty()) {
            problems.add(new NoValues(line, key));
        }
    }

    /** Reports a text; credentials in an address are not passed on. */
    void bad(String value, Expected expected, Optional<String> nearest) {
        String shown = value.replaceFirst("(?s)//.*@", "//...@");
        problems.add(new BadValue(line, key, shown, expected, nearest));
    }

    private <T> Optional<T> wrong(Kind expected) {
        problems.add(new WrongType(line, key, expected, kind(node)));
        return Optional.empty();
    }
}
