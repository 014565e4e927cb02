package dev.tagdrift.settings;

import dev.tagdrift.settings.SettingsProblem.Feature;
import dev.tagdrift.settings.SettingsProblem.NotSupported;
import dev.tagdrift.settings.SettingsProblem.NotYaml;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/**
 * Turns a text into the nodes of one YAML document.
 *
 * <p>The composer calls itself for each level and follows aliases, so a stranger's text could exhaust the stack or the
 * memory. Its events come one by one and without recursion: they are looked through first.
 */
final class YamlText {
    private static final int LONGEST = 1 << 20;
    private static final int DEEPEST = 20;
    private static final LoadSettings LOADING =
            LoadSettings.builder().setAllowNonScalarKeys(true).build();

    private final String text;
    private final List<SettingsProblem> problems;

    YamlText(String text, List<SettingsProblem> problems) {
        this.text = text;
        this.problems = problems;
    }

    /** Empty if there is no document, or a problem. */
    Optional<Node> root() {
        if (text.length() > LONGEST) {
            problems.add(new NotSupported(1, Feature.SIZE));
            return Optional.empty();
        }
        try {
            return isPlain() ? new Compose(LOADING).composeString(text) : Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(notYaml(e));
            return Optional.empty();
        }
    }

    private boolean isPlain() {
        int before = problems.size();
        int depth = 0;
        int documents = 0;
        for (Event event : new Parse(LOADING).parseString(text)) {
            switch (event) {
                case AliasEvent alias -> refuse(alias, Feature.ALIAS);
                case ScalarEvent scalar when scalar.getTag().isPresent() -> refuse(scalar, Feature.TAG);
                case CollectionStartEvent start -> {
                    depth++;
                    if (start.getTag().isPresent()) {
                        refuse(start, Feature.TAG);
                    }
                }
                case CollectionEndEvent end -> depth--;
                case DocumentStartEvent start -> documents++;
                default -> {}
            }
            if (depth > DEEPEST || documents > 1) {
                refuse(event, depth > DEEPEST ? Feature.DEEP_NESTING : Feature.SEVERAL_DOCUMENTS);
                return false;
            }
        }
        return problems.size() == before;
    }

    private void refuse(Event event, Feature feature) {
        problems.add(new NotSupported(line(event.getStartMark()), feature));
    }

    private NotYaml notYaml(YamlEngineException e) {
        return switch (e) {
            case MarkedYamlEngineException marked -> new NotYaml(line(marked.getProblemMark()), marked.getProblem());
            case ReaderException reader ->
                new NotYaml(lineAt(reader.getPosition()), "the character U+%04X".formatted(reader.getCodePoint()));
            default -> new NotYaml(1, String.valueOf(e.getMessage()));
        };
    }

    private int lineAt(int codePoints) {
        return 1
                + (int) text.codePoints()
                        .limit(codePoints)
                        .filter(c -> c == '\n')
                        .count();
    }

    static int line(Optional<Mark> mark) {
        return mark.map(Mark::getLine).orElse(0) + 1;
    }
}
