package dev.tagdrift.explain;

import java.util.function.Function;

/**
 * What came of looking into an image.
 *
 * @param <T> what was looked for
 */
public sealed interface Reading<T> {
    /**
     * It could be read.
     *
     * @param value what it tells
     * @param <T> its type
     */
    record Read<T>(T value) implements Reading<T> {}

    /**
     * It could not, so nothing is known.
     *
     * @param reason why
     * @param <T> what was looked for
     */
    record Failed<T>(Unreadable reason) implements Reading<T> {}

    /** What is read next, only if this could be. */
    default <R> Reading<R> then(Function<T, Reading<R>> next) {
        return switch (this) {
            case Read<T>(T value) -> next.apply(value);
            case Failed<T>(Unreadable reason) -> new Failed<>(reason);
        };
    }
}
