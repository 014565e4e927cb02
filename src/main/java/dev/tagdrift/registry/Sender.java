package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;

/** Carries a question to a server and its reply back. */
@FunctionalInterface
interface Sender {
    /** The reply, whatever its status, or why there is none. */
    Answer<Reply> send(Question question);
}
