package dev.tagdrift.settings;

import dev.tagdrift.settings.SettingsProblem.DuplicateKey;
import dev.tagdrift.settings.SettingsProblem.Kind;
import dev.tagdrift.settings.SettingsProblem.UnknownKey;
import dev.tagdrift.settings.SettingsProblem.WrongType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** The keys of one mapping. Which of them are known comes from what is asked for. */
final class Section {
    private final int line;
    private final List<SettingsProblem> problems;
    private final Map<String, Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(int line, List<SettingsProblem> problems) {
        this.line = line;
        this.problems = problems;
    }

    static Section of(int line, MappingNode mapping, List<SettingsProblem> problems) {
        Section section = new Section(line, problems);
        mapping.getValue().forEach(section::add);
        return section;
    }

    private void add(NodeTuple pair) {
        int at = YamlText.line(pair.getKeyNode().getStartMark());
        if (!(pair.getKeyNode() instanceof ScalarNode scalar)) {
            problems.add(new WrongType(at, "", Kind.TEXT, Entry.kind(pair.getKeyNode())));
            return;
        }
        String key = scalar.getValue();
        Entry former = entries.putIfAbsent(key, new Entry(key, at, pair.getValueNode(), problems));
        if (former != null) {
            problems.add(new DuplicateKey(at, key, former.line()));
        }
    }

    /** Where the mapping begins. */
    int line() {
        return line;
    }

    /** All entries, where any key may stand. */
    Collection<Entry> all() {
        return entries.values();
    }

    /** The entry of a key; a key without a value counts as not written. */
    Optional<Entry> get(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).filter(entry -> Entry.kind(entry.node()) != Kind.NOTHING);
    }

    /** Reports every key that was not asked for. */
    void rejectOthers() {
        for (Entry entry : entries.values()) {
            if (!asked.contains(entry.key())) {
                Optional<String> nearest = NearMatch.of(entry.key(), asked);
                problems.add(new UnknownKey(entry.line(), entry.key(), nearest, List.copyOf(asked)));
            }
        }
    }
}
