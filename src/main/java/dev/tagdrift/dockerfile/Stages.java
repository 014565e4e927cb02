package dev.tagdrift.dockerfile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The stages of a file, in its order. */
final class Stages {
    /**
     * One stage.
     *
     * @param index from 0
     * @param name as the file writes it
     * @param base the earlier stage that it is built on
     * @param triggers what it leaves for the stages that are built on it
     */
    record Stage(int index, Optional<String> name, Optional<Stage> base, List<Statement> triggers) {}

    private final List<Stage> all = new ArrayList<>();
    private final Map<String, Stage> byName = new HashMap<>();

    /** The stage that FROM means: one so far, by its name in lower case. */
    Optional<Stage> base(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The stage that COPY and RUN mean: any of the file, whatever the case; of two with one name the last. */
    Optional<Stage> named(String name) {
        return base(name.toLowerCase(Locale.ROOT));
    }

    Stage open(Optional<SourceText> name, Optional<Stage> base) {
        Stage stage = new Stage(all.size(), name.map(SourceText::written), base, new ArrayList<>());
        all.add(stage);
        name.ifPresent(word -> byName.put(word.text().toLowerCase(Locale.ROOT), stage));
        return stage;
    }

    List<Stage> all() {
        return all;
    }
}
