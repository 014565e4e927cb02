package dev.tagdrift.dockerfile;

import java.util.Optional;

/** What the variables of a word stand for. */
interface Variables {
    /** No variable is set, and it is known that none is. */
    Variables NONE = name -> Optional.empty();

    /** The value of a variable; empty if it is not set, which is not the same as empty text. */
    Optional<Value> value(String name);

    /** Whether a variable that is not set here may be set by an image that has not been seen. */
    default boolean unseen() {
        return false;
    }

    /** What the words of one build may grow by. */
    default Budget budget() {
        return new Budget();
    }
}
