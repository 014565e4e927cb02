package dev.tagdrift.settings;

import java.util.Comparator;
import java.util.List;

/** What came of reading the settings: all of them, or all that is wrong with them. */
public sealed interface SettingsReading {
    /**
     * Everything could be read.
     *
     * @param settings as the file says, defaults where it says nothing
     */
    record Read(Settings settings) implements SettingsReading {}

    /**
     * Nothing of the file is used.
     *
     * @param problems at least one, by line
     */
    record Rejected(List<SettingsProblem> problems) implements SettingsReading {
        /** Sorts the problems. */
        public Rejected {
            problems = problems.stream()
                    .sorted(Comparator.comparingInt(SettingsProblem::line))
                    .toList();
        }
    }
}
