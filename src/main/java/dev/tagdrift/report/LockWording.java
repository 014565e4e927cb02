package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.digest;

import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockChange;
import dev.tagdrift.lockfile.LockChange.Added;
import dev.tagdrift.lockfile.LockChange.Completed;
import dev.tagdrift.lockfile.LockChange.Kept;
import dev.tagdrift.lockfile.LockChange.Moved;
import dev.tagdrift.lockfile.LockChange.Removed;
import dev.tagdrift.lockfile.LockChange.Unresolved;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.LockReport.Unknown;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.ImageUses;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The words for what a lock did. */
final class LockWording {
    private final LockReport report;

    LockWording(LockReport report) {
        this.report = report;
    }

    /** One line for each entry that changed. */
    List<String> changes() {
        List<String> lines = new ArrayList<>();
        int width = report.outcome().changes().keySet().stream()
                .mapToInt(name -> name.familiar().length())
                .max()
                .orElse(0);
        report.outcome().changes().forEach((name, change) -> {
            told(change)
                    .ifPresent(told -> lines.add("%-9s %s  %s"
                            .formatted(word(change), padded(name.familiar(), width), told)
                            .stripTrailing()));
            release(change).ifPresent(release -> lines.add("%-9s %s".formatted("", release)));
        });
        return lines;
    }

    static String word(LockChange change) {
        return switch (change) {
            case Kept kept -> "kept";
            case Added added -> "added";
            case Moved moved -> "moved";
            case Completed completed -> "completed";
            case Removed removed -> "removed";
            case Unresolved unresolved -> "unresolved";
        };
    }

    private static Optional<String> told(LockChange change) {
        return switch (change) {
            case Kept kept -> Optional.empty();
            case Added(LockedImage image) -> Optional.of(digest(image.digest()));
            case Moved(LockedImage before, LockedImage after) ->
                Optional.of(digest(before.digest()) + " -> " + digest(after.digest()));
            case Completed(LockedImage image) -> Optional.of(digest(image.digest()));
            case Removed(LockedImage image) -> Optional.of(digest(image.digest()));
            case Unresolved unresolved -> Optional.empty();
        };
    }

    /** Another release is what to test for before the lockfile is committed. */
    private static Optional<String> release(LockChange change) {
        return change instanceof Moved(LockedImage before, LockedImage after)
                ? before.os()
                        .flatMap(was -> after.os().filter(is -> !is.equals(was)).map(is -> was + " -> " + is))
                : Optional.empty();
    }

    /** What {@code -v} keeps of an entry for whoever reads the log later. */
    static String seen(Tagged name, LockChange change) {
        return name + " " + word(change)
                + change.locked().map(image -> " " + image.digest()).orElse("");
    }

    private static String padded(String name, int width) {
        return name + " ".repeat(width - name.length());
    }

    List<Message> messages() {
        List<Message> messages = new ArrayList<>();
        FindingWording findings = new FindingWording(report.lockfile());
        report.remaining().stream().map(findings::message).forEach(messages::add);
        report.inventory().problems().stream().map(ProblemWording::message).forEach(messages::add);
        Map<Tagged, ImageUses> uses = ImageUses.byName(report.inventory().uses());
        report.unresolved(true)
                .forEach((failure, images) -> messages.add(unresolved(Kind.ERROR, failure, images, uses)));
        report.unresolved(false)
                .forEach((failure, images) -> messages.add(unresolved(Kind.WARNING, failure, images, uses)));
        return messages;
    }

    private Message unresolved(
            Kind kind, ResolutionFailure failure, List<Unknown> images, Map<Tagged, ImageUses> uses) {
        List<String> familiar =
                images.stream().map(image -> image.asked().familiar()).toList();
        List<Fact> facts = new ArrayList<>(FailureWording.facts(failure));
        if (images.size() > 1) {
            facts.add(new Fact("images", familiar));
        }
        if (kind == Kind.ERROR) {
            facts.add(Fact.of("lockfile", "unchanged for " + (images.size() == 1 ? "it" : "these")));
        } else {
            facts.addAll(IncompleteWording.facts(failure, images));
        }
        String where = images.size() == 1
                ? Phrases.where(Optional.ofNullable(uses.get(images.getFirst().name()))
                        .map(ImageUses::all)
                        .orElse(List.of()))
                : "";
        return new Message(
                kind,
                FailureWording.id(failure, Id.NOT_FOUND),
                where,
                FailureWording.sentence(failure, familiar),
                facts,
                kind == Kind.ERROR
                        ? FailureHints.of(failure)
                        : IncompleteWording.hints(failure, images, report.lockfile()));
    }

    /** The last line: how many of what, and what became of the file. */
    String summary() {
        List<String> parts = new ArrayList<>();
        add(parts, report.count(Added.class), "added");
        add(parts, report.count(Moved.class), "moved");
        add(parts, report.count(Completed.class), "completed");
        add(parts, report.count(Removed.class), "removed");
        add(parts, report.count(Kept.class) + unanswered(false), "kept");
        add(parts, unanswered(true), "unresolved");
        Wording.unread(report.inventory()).ifPresent(parts::add);
        return Wording.found(report.inventory())
                + (parts.isEmpty() ? "" : ": " + String.join(", ", parts))
                + "; " + report.lockfile().path() + " " + fate();
    }

    /** What became of the file; where nothing is locked there may be none. */
    private String fate() {
        boolean empty = report.outcome().lockfile().images().isEmpty();
        return report.written() ? "written" : empty ? "not written" : "unchanged";
    }

    private long unanswered(boolean essential) {
        return report.unresolved(essential).values().stream()
                .mapToLong(List::size)
                .sum();
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    /** Why nothing was removed, where something might have been. */
    Optional<String> nothingRemoved() {
        Set<Tagged> named = ImageUses.byName(report.inventory().uses()).keySet();
        if (report.inventory().isComplete()
                || named.containsAll(report.outcome().changes().keySet())) {
            return Optional.empty();
        }
        return Optional.of(
                report.inventory().whole()
                        ? "nothing is removed from the lockfile while a file cannot be read"
                        : "nothing is removed from the lockfile when only a part of the tree is scanned");
    }
}
