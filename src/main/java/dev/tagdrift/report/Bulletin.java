package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.report.Entry.Topic;
import dev.tagdrift.source.Location;
import java.util.List;

/**
 * What a command has to tell, whatever the format: all formats but JSON are made of this.
 *
 * @param entries the heaviest first
 * @param images that were looked at, by name
 * @param summary the count
 * @param exitCode what the run ends with
 * @param folder of the root in its repository, with {@code /} at the end; empty for its top
 */
public record Bulletin(List<Entry> entries, List<ImageReference> images, String summary, int exitCode, String folder) {
    /** Copies the lists. */
    public Bulletin {
        entries = List.copyOf(entries);
        images = List.copyOf(images);
    }

    /** For a root that is the top of its repository. */
    Bulletin(List<Entry> entries, List<ImageReference> images, String summary, int exitCode) {
        this(entries, images, summary, exitCode, "");
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

    /** The same, of a root that is this folder of its repository. */
    public Bulletin within(String folder) {
        return new Bulletin(entries, images, summary, exitCode, folder);
    }

    /** The same of a run that ends with this. */
    public Bulletin endingWith(int end) {
        return new Bulletin(entries, images, summary, end, folder);
    }

    /**
     * The entries for a site, which looks for each place from the top of the repository. Words keep to the root, from
     * which a reader types.
     */
    List<Entry> sited() {
        return folder.isEmpty()
                ? entries
                : entries.stream()
                        .map(entry -> entry.at(
                                entry.places().stream().map(this::sited).toList()))
                        .toList();
    }

    /** A place, from the top of the repository. */
    Location sited(Location place) {
        boolean elsewhere = place.path().startsWith("/") || place.path().matches("[A-Za-z]:/.*");
        return elsewhere ? place : new Location(folder + place.path(), place.line());
    }

    /** Only what fails. */
    public Bulletin withoutNotes() {
        return new Bulletin(
                entries.stream().filter(entry -> entry.message().kind().fails()).toList(),
                images,
                summary,
                exitCode,
                folder);
    }

    /** Whether everything that was to be looked at could be. */
    boolean isComplete() {
        return entries.stream()
                .noneMatch(entry ->
                        entry.topic() != Topic.FINDING && entry.message().kind() == Kind.ERROR);
    }
}
