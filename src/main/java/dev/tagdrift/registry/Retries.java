package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Asks again what may go better the next time. */
final class Retries implements Sender {
    private final Sender next;
    private final Patience patience;
    private final Deadlines deadlines;
    private final Clock clock;
    private final Sleeper sleeper;

    Retries(Sender next, Patience patience, Deadlines deadlines, Clock clock, Sleeper sleeper) {
        this.next = next;
        this.patience = patience;
        this.deadlines = deadlines;
        this.clock = clock;
        this.sleeper = sleeper;
    }

    @Override
    public Answer<Reply> send(Question question) {
        Answer<Reply> answer = next.send(question);
        for (int attempt = 1; mayGoBetter(answer); attempt++) {
            Optional<Duration> wait = patience.after(attempt, asked(answer));
            if (wait.isEmpty() || wait.get().compareTo(deadlines.left(question)) >= 0 || !sleep(wait.get())) {
                return answer;
            }
            answer = next.send(question);
        }
        return answer;
    }

    private static boolean mayGoBetter(Answer<Reply> answer) {
        return switch (answer) {
            case Answer.Found<Reply>(Reply reply) -> isTransient(reply.status());
            case Answer.Failed<Reply>(ResolutionFailure reason) ->
                reason instanceof Unreachable unreachable
                        && unreachable.obstacle() == Obstacle.BROKEN
                        && !Thread.currentThread().isInterrupted();
        };
    }

    static boolean isTransient(int status) {
        return switch (status) {
            case 408, 429, 500, 502, 503, 504 -> true;
            default -> false;
        };
    }

    private Optional<Duration> asked(Answer<Reply> answer) {
        return answer.found().flatMap(reply -> RetryAfter.of(reply, clock));
    }

    private boolean sleep(Duration time) {
        try {
            sleeper.sleep(time);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
