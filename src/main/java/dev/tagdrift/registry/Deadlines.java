package dev.tagdrift.registry;

import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Knows until when a question may take: a limit for each image, with all attempts and tokens, and one for the run. */
final class Deadlines {
    private final Clock clock;
    private final Duration image;
    private final Optional<Duration> run;
    private final Instant end;

    /** The run begins now. */
    Deadlines(Clock clock, Duration image, Optional<Duration> run) {
        this.clock = clock;
        this.image = image;
        this.run = run;
        this.end = run.map(clock.instant()::plus).orElse(Instant.MAX);
    }

    /** The end of a question that begins now. */
    Instant next() {
        Instant own = clock.instant().plus(image);
        return own.isBefore(end) ? own : end;
    }

    /** What is left for the question; zero if nothing. */
    Duration left(Question question) {
        Instant now = clock.instant();
        return now.isBefore(question.until()) ? Duration.between(now, question.until()) : Duration.ZERO;
    }

    /** What is left for the run, but no more than this. */
    Duration leftOfRun(Duration most) {
        Instant now = clock.instant();
        return end.isAfter(now.plus(most)) ? most : now.isBefore(end) ? Duration.between(now, end) : Duration.ZERO;
    }

    /** What an image is told to have failed of when nothing is left. */
    ResolutionFailure passed(Question question) {
        return run.filter(limit -> !question.until().isBefore(end))
                .<ResolutionFailure>map(limit -> new OutOfTime(question.registry(), limit))
                .orElseGet(() -> new TimedOut(question.registry(), image));
    }
}
