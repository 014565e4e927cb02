package dev.tagdrift.resolve;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of a question to a registry.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
    /**
     * It was told.
     *
     * @param value what was asked for
     * @param <T> its type
     */
    record Found<T>(T value) implements Answer<T> {}

    /**
     * It was not.
     *
     * @param reason why
     * @param <T> what was asked for
     */
    record Failed<T>(ResolutionFailure reason) implements Answer<T> {}

    /** The next question, asked only if this one was answered. */
    default <R> Answer<R> then(Function<T, Answer<R>> next) {
        return switch (this) {
            case Found<T>(T value) -> next.apply(value);
            case Failed<T>(ResolutionFailure reason) -> new Failed<>(reason);
        };
    }

    /** What was told, if it was. */
    default Optional<T> found() {
        return switch (this) {
            case Found<T>(T value) -> Optional.of(value);
            case Failed<T> failed -> Optional.empty();
        };
    }

    /** Why nothing was told, if nothing was. */
    default Optional<ResolutionFailure> failure() {
        return switch (this) {
            case Found<T> found -> Optional.empty();
            case Failed<T>(ResolutionFailure reason) -> Optional.of(reason);
        };
    }
}
