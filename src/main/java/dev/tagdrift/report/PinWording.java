package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.pin.FileChange;
import dev.tagdrift.pin.UseChange;
import dev.tagdrift.pin.UseChange.Kept;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.pin.UseChange.Unchanged;
import dev.tagdrift.pin.UseChange.Unknown;
import dev.tagdrift.pin.UseChange.Unresolved;
import dev.tagdrift.report.PinReport.Mode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** The words for digests that go into files, or out of them. */
final class PinWording {
    private final PinReport report;

    PinWording(PinReport report) {
        this.report = report;
    }

    /** One line for each place that changed. */
    List<String> changes() {
        List<String> lines = new ArrayList<>();
        report.lock().map(Wording::changes).ifPresent(lines::addAll);
        List<List<String>> cells = report.files().stream()
                .filter(FileChange::succeeded)
                .flatMap(file -> file.places().stream().flatMap(change -> cells(file, change).stream()))
                .toList();
        int[] widths = IntStream.range(0, 3)
                .map(column -> cells.stream()
                        .mapToInt(row -> row.get(column).length())
                        .max()
                        .orElse(0))
                .toArray();
        cells.forEach(row -> lines.add(padded(row.get(0), Math.max(9, widths[0])) + " " + padded(row.get(1), widths[1])
                + "  " + padded(row.get(2), widths[2]) + "  " + row.get(3)));
        return lines;
    }

    private Optional<List<String>> cells(FileChange file, UseChange change) {
        return change instanceof Rewritten(var place, ImageReference after)
                ? Optional.of(List.of(
                        report.mode() == Mode.WRITE ? word(change) : order(word(change)),
                        where(file, change),
                        Phrases.name(place.reference()),
                        digests(place.reference(), after)))
                : Optional.empty();
    }

    /** What was not done is told as what to do. */
    private static String order(String done) {
        return switch (done) {
            case "pinned" -> "pin";
            case "updated" -> "update";
            default -> "unpin";
        };
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(width - text.length());
    }

    private static String where(FileChange file, UseChange change) {
        return file.path() + ":" + change.place().line();
    }

    static String word(UseChange change) {
        return switch (change) {
            case Rewritten(var place, ImageReference after) ->
                switch (after) {
                    case Pinned pinned -> place.reference() instanceof Pinned ? "updated" : "pinned";
                    case Tagged tagged -> "unpinned";
                    case Digested digested -> "unpinned";
                };
            case Kept kept -> "kept";
            case Unknown unknown -> "not-locked";
            case Unresolved unresolved -> "unresolved";
            case Unchanged unchanged -> "left";
        };
    }

    private static String digests(ImageReference before, ImageReference after) {
        String old = before instanceof Pinned pinned ? Phrases.digest(pinned.digest()) : "";
        String fresh = after instanceof Pinned pinned ? Phrases.digest(pinned.digest()) : "";
        return old + (old.isEmpty() || fresh.isEmpty() ? "" : " -> ") + fresh;
    }

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        if (!report.locked() && !report.unknown().isEmpty()) {
            messages.add(CheckWording.noLockfile(report.lockfile()));
        } else {
            FindingWording findings = new FindingWording(report.lockfile());
            report.unknown().stream().map(findings::message).forEach(messages::add);
        }
        messages.addAll(report.lock()
                .map(PinWording::locking)
                .orElseGet(() -> report.inventory().problems().stream()
                        .map(ProblemWording::message)
                        .toList()));
        for (FileChange file : report.files()) {
            file.trouble().ifPresent(trouble -> messages.add(PinTroubleWording.trouble(file.path(), trouble)));
            for (UseChange change : file.places()) {
                if (change instanceof Unchanged unchanged) {
                    messages.add(PinTroubleWording.left(where(file, change), unchanged, report.mode()));
                }
            }
        }
        return messages;
    }

    /** What disagreed before the files were written agrees now. */
    private static List<Message> locking(LockReport lock) {
        return Wording.lock(lock).stream()
                .filter(message -> message.id() != Id.PIN_DISAGREES)
                .toList();
    }

    /** The last line: how many of what, and what became of the files. */
    String summary() {
        List<String> parts = new ArrayList<>();
        for (String word : List.of("pinned", "updated", "unpinned")) {
            add(parts, is(word), (report.mode() == Mode.WRITE ? "" : "to be ") + word);
        }
        add(parts, change -> change instanceof Kept kept && isPinned(kept), "already pinned");
        add(parts, change -> change instanceof Kept kept && !isPinned(kept), "already unpinned");
        add(parts, is("left"), "left");
        add(parts, is("not-locked"), "not locked");
        add(parts, is("unresolved"), "not resolved, so left as written");
        if (report.refused() > 0) {
            parts.add(report.refused() + " not written");
        }
        Wording.unread(report.inventory()).ifPresent(parts::add);
        return Wording.found(report.inventory())
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
                + "; " + outcome();
    }

    private static Predicate<UseChange> is(String word) {
        return change -> word(change).equals(word);
    }

    private static boolean isPinned(Kept kept) {
        return kept.place().references().stream().noneMatch(Tagged.class::isInstance);
    }

    private void add(List<String> parts, Predicate<UseChange> which, String told) {
        long number = report.places().filter(which).count();
        if (number > 0) {
            parts.add(number + " " + told);
        }
    }

    private String outcome() {
        long files = report.written();
        String told = files == 0
                ? "no file changed"
                : count(files, "file") + (report.mode() == Mode.WRITE ? " written" : " would be written");
        return report.lock()
                .filter(LockReport::written)
                .map(lock -> told + ", and " + report.lockfile().path())
                .orElse(told);
    }
}
