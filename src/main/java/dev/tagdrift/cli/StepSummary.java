package dev.tagdrift.cli;

import dev.tagdrift.report.Bulletin;
import dev.tagdrift.report.Markdown;
import dev.tagdrift.report.Wording;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.Optional;

/** The page that GitHub shows for a step of a workflow; whatever runs in the step adds to its file. */
final class StepSummary {
    private static final String VARIABLE = "GITHUB_STEP_SUMMARY";

    /** Of a page that is larger GitHub shows nothing. */
    private static final int LIMIT = 1 << 20;

    private final Optional<Path> file;

    StepSummary(Map<String, String> environment) {
        this.file = Optional.of(environment.getOrDefault(VARIABLE, ""))
                .filter(path -> !path.isEmpty())
                .map(Path::of);
    }

    void add(Bulletin bulletin) throws Stop {
        if (file.isPresent()) {
            add(bulletin, file.get());
        }
    }

    private static void add(Bulletin bulletin, Path file) throws Stop {
        try {
            long there = Files.exists(file) ? Files.size(file) : 0;
            String page = Markdown.of(bulletin, (int) Math.max(0, LIMIT - there - 1));
            if (!page.isEmpty()) {
                // What stands there may lack an end of line.
                Files.writeString(file, "\n" + page, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException e) {
            throw new Stop(Wording.outputNotWritten(VARIABLE, Reasons.ofWriting(e)));
        }
    }
}
