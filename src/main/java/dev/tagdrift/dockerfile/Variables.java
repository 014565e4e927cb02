package dev.tagdrift.dockerfile;

import java.util.Optional;

/** What the variables of a word stand for. */
interface Variables {
    /** The value of a variable; empty if it is not set, which is not the same as empty text. */
    Optional<Value> value(String name);
}
