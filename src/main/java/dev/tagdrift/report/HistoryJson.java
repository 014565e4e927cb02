package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.history.Mobility;
import dev.tagdrift.history.Sighting;
import dev.tagdrift.history.Timeline;
import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is known of the time before a run, as JSON. */
final class HistoryJson {
    private final Past past;
    private final JsonText json;

    HistoryJson(Past past, JsonText json) {
        this.past = past;
        this.json = json;
    }

    /** The part of an image, if anything is known of it. */
    void image(Comparison image) throws IOException {
        Optional<Timeline> timeline = past.timeline(image.image());
        if (timeline.isPresent()) {
            json.objectField("history", () -> timeline(timeline.get(), image));
        }
    }

    private void timeline(Timeline timeline, Comparison image) throws IOException {
        Mobility mobility = Mobility.of(timeline, past.now());
        json.field("moves", mobility.moves());
        json.field("days", mobility.days());
        json.numberField("medianGapDays", mobility.medianGapDays());
        json.field("firstSeen", timeline.firstSeen());
        json.field("since", since(timeline, image.current()));
        json.numberField(
                "lockedDays",
                image.locked()
                        .flatMap(locked -> timeline.lockedSince(locked.digest()))
                        .map(this::days));
        json.objects("timeline", timeline.spans(), this::span);
    }

    /** Since when the image names what it names now: not known where only the lockfile's past is, and it has moved on. */
    private static Optional<Instant> since(Timeline timeline, Optional<Digest> current) {
        Sighting last = timeline.spans().getLast();
        return current.orElse(last.digest()).equals(last.digest()) ? Optional.of(last.when()) : Optional.empty();
    }

    private void span(Sighting span) throws IOException {
        json.field("since", span.when().toString());
        json.field("digest", span.digest().toString());
        json.field("os", span.os());
        json.field("created", span.created());
    }

    private long days(Instant time) {
        return Math.max(0, Duration.between(time, past.now()).toDays());
    }

    /** Since when a finding is so, if that is known. */
    void since(Finding finding) throws IOException {
        Optional<Instant> since = past.since(finding);
        if (since.isPresent()) {
            json.field("since", since);
            json.field("new", past.isNew(finding));
        }
    }
}
