package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.report.Entry.Topic;
import java.util.List;

/**
 * What a command has to tell, whatever the format: all formats but JSON are made of this.
 *
 * @param entries the heaviest first
 * @param images that were looked at, by name
 * @param summary the count
 * @param exitCode what the run ends with
 */
public record Bulletin(List<Entry> entries, List<ImageReference> images, String summary, int exitCode) {
    /** Copies the lists. */
    public Bulletin {
        entries = List.copyOf(entries);
        images = List.copyOf(images);
    }

    /** What a check has to tell. */
    public static Bulletin of(Report report) {
        CheckWording words = new CheckWording(report);
        return new Bulletin(
                words.entries(),
                report.images().stream().map(Comparison::image).toList(),
                words.summary(),
                report.exitCode());
    }

    /** What a command has to tell that looks at no images, or could not. */
    public static Bulletin of(List<Message> messages, String summary, int exitCode) {
        return new Bulletin(messages.stream().map(Entry::setup).toList(), List.of(), summary, exitCode);
    }

    /** The entries for a reader: what moved together is told together. */
    List<Entry> paragraphs() {
        return Waves.together(entries);
    }

    /** The words for a reader. */
    public List<Message> messages() {
        return paragraphs().stream().map(Entry::message).toList();
    }

    /** Only what fails. */
    public Bulletin withoutNotes() {
        return new Bulletin(
                entries.stream().filter(entry -> entry.message().kind().fails()).toList(), images, summary, exitCode);
    }

    /** Whether everything that was to be looked at could be. */
    boolean isComplete() {
        return entries.stream()
                .noneMatch(entry ->
                        entry.topic() != Topic.FINDING && entry.message().kind() == Kind.ERROR);
    }
}
