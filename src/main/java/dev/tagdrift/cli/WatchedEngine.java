package dev.tagdrift.cli;

import dev.tagdrift.registry.RunLimit;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine.Hindrance;
import dev.tagdrift.resolve.ResolutionFailure.OutOfTime;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks an engine on a thread of its own, so that no answer holds the run: neither one that never comes nor one that never
 * ends. The thread is left to itself then, and does not keep the program from ending.
 */
final class WatchedEngine implements LocalImages {
    private static final String NAME = "the Docker engine";

    /** Connecting and answering, each with its own limit, in all. */
    private static final Duration LONGEST = Duration.ofSeconds(30);

    private final LocalImages engine;
    private final RunLimit limit;
    private final Clock clock;
    private final CompletableFuture<Answer<Optional<LocalImage>>> end = new CompletableFuture<>();

    WatchedEngine(LocalImages engine, RunLimit limit, Clock clock) {
        this.engine = engine;
        this.limit = limit;
        this.clock = clock;
    }

    @Override
    public Answer<Optional<LocalImage>> find(String name) {
        Duration left = limit.left(clock, LONGEST);
        CompletableFuture<Answer<Optional<LocalImage>>> answer = new CompletableFuture<>();
        Thread.ofPlatform().daemon().name("engine").start(() -> ask(name, answer));
        try {
            return answer.applyToEither(end, first -> first).get(left.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return new Failed<>(late(left));
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Failed<>(new Interrupted(NAME));
        }
    }

    private void ask(String name, CompletableFuture<Answer<Optional<LocalImage>>> answer) {
        try {
            answer.complete(engine.find(name));
        } catch (Throwable e) {
            answer.completeExceptionally(e);
        }
    }

    private ResolutionFailure late(Duration waited) {
        return waited.compareTo(LONGEST) < 0
                ? new OutOfTime(NAME, limit.length())
                : new NoEngine(NAME, Hindrance.TIMED_OUT, "");
    }

    /** Ends what is under way, and what would begin later. */
    void interrupt() {
        end.complete(new Failed<>(new Interrupted(NAME)));
    }

    @Override
    public void close() {
        engine.close();
    }
}
