package dev.tagdrift.settings;

import dev.tagdrift.settings.SettingsProblem.Expected;
import dev.tagdrift.settings.SettingsProblem.MissingKey;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Reads what is to be ignored. */
final class IgnoreSections {
    private static final List<String> USUAL = List.of("tag-moved");

    private final List<SettingsProblem> problems;

    IgnoreSections(List<SettingsProblem> problems) {
        this.problems = problems;
    }

    List<Ignore> read(Entry entry) {
        return entry.list().stream().map(item -> ignore(item.section())).toList();
    }

    private Ignore ignore(Section section) {
        Optional<String> image = pattern(section, "image");
        Optional<String> file = pattern(section, "file");
        if (image.isEmpty() && file.isEmpty()) {
            problems.add(new MissingKey(section.line(), "image", "file"));
        }
        Optional<Entry> until = section.get("until");
        if (until.isEmpty()) {
            problems.add(new MissingKey(section.line(), "until"));
        }
        section.get("findings").ifPresent(Entry::mustHaveItems);
        Ignore ignore = new Ignore(
                section.line(),
                image,
                file,
                section.get("findings").map(IgnoreSections::findings).orElse(USUAL),
                section.get("reason")
                        .flatMap(entry -> entry.texts().stream().findFirst())
                        .orElse(""),
                // Without a day there is a problem, so that nobody uses this one.
                until.flatMap(entry -> entry.read(Expected.DATE, IgnoreSections::date))
                        .orElse(LocalDate.EPOCH));
        section.rejectOthers();
        return ignore;
    }

    private static Optional<String> pattern(Section section, String key) {
        return section.get(key)
                .flatMap(entry ->
                        entry.read(Expected.GLOB, text -> Optional.of(text).filter(any -> !any.isBlank())));
    }

    private static List<String> findings(Entry entry) {
        return entry.readAll(Expected.FINDING, text -> Optional.of(text).filter(Ignore.FINDINGS::contains));
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
