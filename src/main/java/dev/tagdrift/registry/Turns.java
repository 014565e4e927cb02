package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Interrupted;

/** Lets each question wait for its turn. Who waits in vain says nothing about the server: it was not asked. */
final class Turns implements Sender {
    private final Sender next;
    private final Turnstile turnstile;
    private final Deadlines deadlines;

    Turns(Sender next, Turnstile turnstile, Deadlines deadlines) {
        this.next = next;
        this.turnstile = turnstile;
        this.deadlines = deadlines;
    }

    @Override
    public Answer<Reply> send(Question question) {
        try {
            if (!turnstile.enter(question, deadlines.left(question))) {
                return new Answer.Failed<>(deadlines.passed(question));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Failed<>(new Interrupted(question.registry()));
        }
        try {
            return next.send(question);
        } finally {
            turnstile.leave(question);
        }
    }
}
