package dev.tagdrift.report;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.history.History;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What is known of the time before a run, and the run itself.
 *
 * @param nights what earlier runs saw, and this one
 * @param locks what was locked on purpose, as git tells
 * @param seen what this run saw, whether or not it is kept
 * @param now the time of this run
 * @param remembered whether earlier runs were remembered; else a finding may be of any age
 * @param messages about what could not be learned or kept
 */
public record Past(
        History nights, History locks, History seen, Instant now, boolean remembered, List<Message> messages) {
    /** Nobody asked for it. */
    public static final Past NONE =
            new Past(History.EMPTY, History.EMPTY, History.EMPTY, Instant.EPOCH, false, List.of());

    /** Copies the list. */
    public Past {
        messages = List.copyOf(messages);
    }

    /** The timeline of an image; empty if nothing is known of it, or it is no tag. */
    Optional<Timeline> timeline(ImageReference image) {
        return image instanceof Tagged tagged
                ? Optional.of(Timeline.of(tagged, nights, locks))
                        .filter(timeline -> !timeline.spans().isEmpty())
                : Optional.empty();
    }

    /** The timeline of an image up to this run: what was locked last need not be what the tag names now. */
    Optional<Timeline> timelineTillNow(ImageReference image) {
        return timeline(image).map(before -> before.with(seen));
    }

    /** Since when the finding is so; empty if that is not known. */
    Optional<Instant> since(Finding finding) {
        return switch (finding) {
            case TagMoved moved ->
                remembered ? awaySince(moved.image(), moved.locked().digest()) : Optional.empty();
            case PinBehind behind -> remembered ? awaySince(behind.image(), behind.pinned()) : Optional.empty();
            case Finding other -> Optional.empty();
        };
    }

    private Optional<Instant> awaySince(Tagged image, Digest digest) {
        Timeline timeline = Timeline.of(image, nights, locks);
        // What the first night of all finds may be of any age.
        return timeline.firstSeen().filter(now::isAfter).flatMap(first -> timeline.awaySince(digest));
    }

    /** Whether it became so in this run. */
    boolean begins(Instant since) {
        return !since.isBefore(now);
    }

    /** Whether the run before saw the tag name something else, be it the locked image or another, as far as that is known. */
    boolean isNew(Finding finding) {
        return since(finding).isPresent()
                && timeline(finding.image())
                        .flatMap(Timeline::lastChanged)
                        .filter(this::begins)
                        .isPresent();
    }

    /** What was asked for and could not be done. */
    Stream<Message> errors() {
        return messages.stream().filter(message -> message.kind() == Kind.ERROR);
    }
}
