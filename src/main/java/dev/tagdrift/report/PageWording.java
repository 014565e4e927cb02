package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.Stale;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.drift.Finding.Unused;
import dev.tagdrift.explain.Cause;
import java.util.ArrayList;
import java.util.List;

/** The words that a page has and a terminal has not. */
final class PageWording {
    static final String AS_LOCKED = "As locked";
    static final String CUT = "Long lists are cut, so the filter does not know every package and file."
            + " What an image has more, `tagdrift explain IMAGE --packages` names.";
    static final String STOPPED = "The work could not be done.";

    private static final int MOST_PARTS = 3;

    private PageWording() {}

    /** What a person would say when asked how it stands. */
    static String verdict(Report report) {
        if (report.nothingLocked()) {
            return "Nothing is locked yet, so no tag is guarded.";
        }
        List<String> parts = new ArrayList<>();
        add(parts, report.count(TagMoved.class), "moved", "moved");
        add(parts, gone(report), "is gone", "are gone");
        add(parts, failed(report), "could not be checked", "could not be checked");
        add(parts, stale(report), "is out of step with the lockfile", "are out of step with the lockfile");
        add(parts, report.count(CacheDiffers.class), "differs in the Docker engine", "differ in the Docker engine");
        Wording.unread(report.inventory()).ifPresent(parts::add);
        return parts.isEmpty()
                ? asLocked(report) + unused(report.count(Unused.class))
                : "Of " + count(named(report), "image") + ", " + list(parts) + ".";
    }

    private static long named(Report report) {
        return report.images().stream().filter(image -> !image.uses().isEmpty()).count();
    }

    /** What no file names is none of the images that are counted. */
    private static long stale(Report report) {
        return report.count(Stale.class) - report.count(Unused.class);
    }

    private static String unused(long images) {
        return images == 0 ? "" : " The lockfile holds " + count(images, "image") + " that no file names.";
    }

    private static String asLocked(Report report) {
        long images = named(report);
        String all = images == 1 ? "The one image is " : "All " + images + " images are ";
        return images == 0
                ? "No image is named."
                : all + (report.online() ? "as locked." : "in step with the lockfile.");
    }

    private static long gone(Report report) {
        return report.images().stream()
                .filter(image -> image.findings().stream()
                        .anyMatch(finding -> finding instanceof TagVanished
                                || finding instanceof DigestVanished
                                || finding instanceof PlatformMissing))
                .count();
    }

    private static long failed(Report report) {
        return report.images().stream()
                .filter(image -> !image.failures().isEmpty())
                .count();
    }

    private static void add(List<String> parts, long number, String one, String many) {
        if (number > 0) {
            parts.add(number + " " + (number == 1 ? one : many));
        }
    }

    /** What weighs most: the count that follows has all. */
    private static String list(List<String> all) {
        List<String> parts = all.subList(0, Math.min(MOST_PARTS, all.size()));
        int last = parts.size() - 1;
        return last == 0 ? parts.getFirst() : String.join(", ", parts.subList(0, last)) + " and " + parts.get(last);
    }

    /** What the run makes of it. */
    static String consequence(Report report) {
        if (!report.failOnDrift()) {
            return "A report tells, and does not fail because of drift.";
        }
        return switch (report.exitCode()) {
            case ExitCode.OK -> "The check passes.";
            case ExitCode.DRIFT -> "The check fails.";
            default -> "The check fails: not everything could be looked at.";
        };
    }

    /** What entries have in common that are told one by one. */
    static String title(Entry entry) {
        return switch (entry.topic()) {
            case FINDING ->
                entry.cause()
                        .filter(cause -> entry.message().id() != Id.DIGEST_VANISHED)
                        .map(PageWording::title)
                        .orElseGet(() -> title(entry.message()));
            case UNREAD -> "Names that cannot be read";
            case UNCHECKED -> "Could not be checked";
            case SETUP -> entry.message().kind().fails() ? "Could not be done" : "About this run";
        };
    }

    private static String title(Cause cause) {
        return switch (cause) {
            case OS_RELEASE -> "Another release of the system";
            case MAJOR_VERSION -> "Another major version";
            case LIBRARIES -> "Shared libraries are gone";
            case UNKNOWN -> "Not known what changed";
            case PACKAGES -> "Other versions of packages";
            case REBUILD -> "Built again";
            case OTHER_PLATFORMS, UNCHANGED -> "Moved for other platforms only";
        };
    }

    private static String title(Message message) {
        return switch (message.kind()) {
            case DRIFT -> message.id() == Id.TAG_MOVED ? "Moved" : "Not what was locked";
            case STALE -> "Out of step with the lockfile";
            case ERROR, WARNING, NOTE -> message.id() == Id.TAG_MOVED ? "Moved" : "Good to know";
        };
    }

    /** What is so, below the name that it is said of. */
    static String below(List<String> names, String sentence) {
        String subject = Phrases.code(names.getFirst()) + " ";
        return names.size() == 1 && sentence.startsWith(subject) ? sentence.substring(subject.length()) : sentence;
    }

    static String heading(String title) {
        return title.isEmpty() ? "What changed" : title;
    }

    static String inAll(String title) {
        return title + " in all of them";
    }

    /** What an image has besides, and its group tells. */
    static String besides(int number) {
        return "and " + number + " as in all of this cause, listed once at its top";
    }

    /** What a table leaves out, with the command that tells all. */
    static String cut(int number, String name) {
        return Phrases.more(number) + ", which `tagdrift explain " + name + " --packages` names";
    }

    /** What a list leaves out. */
    static String more(int number, String what) {
        return "and " + number + " more " + what + (number == 1 ? "" : "s");
    }
}
