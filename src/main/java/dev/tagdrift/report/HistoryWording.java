package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.count;
import static dev.tagdrift.report.Phrases.day;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.history.HistoryReading.Rejected;
import dev.tagdrift.history.Mobility;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.Digest;
import dev.tagdrift.report.Message.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The words for what came before: how often an image moves, since when a finding is so, and what became of the file. */
public final class HistoryWording {
    private final Past past;

    HistoryWording(Past past) {
        this.past = past;
    }

    /** What is known of the time before a finding that is about a move. */
    List<Fact> facts(Finding finding) {
        return switch (finding) {
            case Finding.TagMoved moved -> facts(moved, moved.locked().digest());
            case Finding.PinBehind behind -> facts(behind, behind.pinned());
            case Finding other -> List.of();
        };
    }

    private List<Fact> facts(Finding finding, Digest locked) {
        List<Fact> facts = new ArrayList<>();
        past.timeline(finding.image())
                .map(timeline -> told(timeline, locked))
                .filter(words -> !words.isEmpty())
                .ifPresent(words -> facts.add(Fact.of("history", words)));
        since(finding).ifPresent(words -> facts.add(Fact.of("since", words)));
        return facts;
    }

    /** Since when a finding is so, if that is known. */
    Optional<String> since(Finding finding) {
        return past.since(finding).map(since -> since(since, past.isNew(finding)));
    }

    private String told(Timeline timeline, Digest locked) {
        List<String> parts = new ArrayList<>();
        Mobility mobility = Mobility.of(timeline, past.now());
        if (mobility.days() > 0) {
            parts.add("moved " + count(mobility.moves(), "time") + " in " + count(mobility.days(), "day")
                    + mobility.medianGapDays()
                            .map(gap -> ", median gap " + count(gap, "day"))
                            .orElse(""));
        }
        timeline.lockedSince(locked).ifPresent(when -> parts.add("locked " + ago(when)));
        if (timeline.refreshes() > 0 && mobility.days() == 0) {
            parts.add("refreshed " + count(timeline.refreshes(), "time") + " since "
                    + day(timeline.locks().getFirst().when()));
        }
        return String.join("; ", parts);
    }

    private String since(Instant since, boolean isNew) {
        return past.begins(since)
                ? "this run: it is new"
                : day(since) + ", " + ago(since) + (isNew ? "; moved again since the last run" : "");
    }

    private String ago(Instant time) {
        long days = Duration.between(time, past.now()).toDays();
        return days < 1 ? "today" : count(days, "day") + " ago";
    }

    /** A file is not taken for a history. */
    public static Message unusable(String path, Rejected rejected) {
        String why = switch (rejected.reason()) {
            case FOREIGN -> "line " + rejected.line() + " is none of a history";
            case NEWER -> "line " + rejected.line() + " was written by a newer version";
            case TOO_LARGE -> "it is larger than any history";
            case NO_FILE -> "it is no regular file";
            case NO_PERMISSION -> "that is not permitted";
            case IO_ERROR -> "reading fails";
        };
        return new Message(
                Kind.ERROR,
                Id.BAD_HISTORY,
                path,
                "this file cannot be used as history: " + why,
                List.of(Fact.of("file", "as it was; this run is not kept")),
                List.of("name another file with `--history`, or mend this one"));
    }

    /** A writer did not live to finish its line. */
    public static Message cutLine(String path, int line) {
        return new Message(
                Kind.WARNING,
                Id.CUT_LINE,
                path + ":" + line,
                "this line of the history was cut short, and is left out",
                List.of(),
                List.of("nothing to do: a move that it told is seen again by the next run"));
    }

    /** The history could not be added to. */
    public static Message notWritten(String path, String reason) {
        return new Message(
                Kind.ERROR,
                Id.NOT_WRITTEN,
                path,
                "the history cannot be written: " + reason,
                List.of(Fact.of("history", "as it was; this run is not kept")),
                List.of("make room or give permission there, or name another file with `--history`"));
    }

    /** The clone does not go back to where the lockfile began. */
    public static Message shallow(String lockfile, Optional<Instant> oldest) {
        return new Message(
                Kind.NOTE,
                Id.SHALLOW_CLONE,
                lockfile,
                "the clone is shallow, so git does not tell when each image was locked",
                oldest.map(when -> List.of(Fact.of("known", "from " + day(when) + " on")))
                        .orElse(List.of()),
                List.of("clone with the history: `fetch-depth: 0`, `GIT_DEPTH: 0` or `git fetch --unshallow`"));
    }

    /** The option's value is no number of days. */
    public static Message badDays(int days) {
        return UsageWording.usage("`--history-days " + days + "` keeps nothing", List.of("give one day or more"));
    }
}
