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
    /** No transfer takes longer; an end that can be counted in milliseconds. */
    private static final Duration LONGEST = Duration.ofDays(1);

    private final Clock clock;
    private final Duration image;
    private final Optional<RunLimit> run;

    Deadlines(Clock clock, Duration image, Optional<RunLimit> run) {
        this.clock = clock;
        this.image = image;
        this.run = run;
    }

    /** The end of a question that begins now. */
    Instant next() {
        return soonest(image);
    }

    /** The end of what may take as long as it comes on: that of the run. */
    Instant ofRun() {
        return soonest(LONGEST);
    }

    private Instant soonest(Duration length) {
        Instant own = now().plus(length);
        return run.map(RunLimit::end).filter(own::isAfter).orElse(own);
    }

    Instant now() {
        return clock.instant();
    }

    /** What is left for the question; zero if nothing. */
    Duration left(Question question) {
        Instant now = clock.instant();
        return now.isBefore(question.until()) ? Duration.between(now, question.until()) : Duration.ZERO;
    }

    /** What is left for the run, but no more than this. */
    Duration leftOfRun(Duration most) {
        return run.map(limit -> limit.left(clock, most)).orElse(most);
    }

    /** What an image is told to have failed of when nothing is left. */
    ResolutionFailure passed(Question question) {
        return run.filter(limit -> !question.until().isBefore(limit.end()))
                .<ResolutionFailure>map(limit -> new OutOfTime(question.registry(), limit.length()))
                .orElseGet(() -> new TimedOut(question.registry(), image));
    }

    /** What a registry that has not answered is told to have failed of when the run is over; nothing before. */
    Optional<ResolutionFailure> runPassed(String registry) {
        return run.filter(limit -> !clock.instant().isBefore(limit.end()))
                .map(limit -> new OutOfTime(registry, limit.length()));
    }
}
