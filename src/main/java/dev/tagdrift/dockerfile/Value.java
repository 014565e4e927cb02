package dev.tagdrift.dockerfile;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The text of a variable or of an expanded word, and where it comes from.
 *
 * <p>Values refer to those that they were put together from, so that a long chain of ARGs stays small. Not a record,
 * since comparing such chains would be recursive.
 */
final class Value {
    /** No text, from nowhere. */
    static final Value EMPTY = new Value("", Optional.empty(), Optional.empty(), false, List.of());

    private final String text;
    private final Optional<Span> origin;
    private final Optional<String> missing;
    private final boolean ofPlatform;
    private final List<Value> parts;

    private Value(String text, Optional<Span> origin, Optional<String> missing, boolean ofPlatform, List<Value> parts) {
        this.text = text;
        this.origin = origin;
        this.missing = missing;
        this.ofPlatform = ofPlatform;
        this.parts = parts;
    }

    /** A text that was given from outside. */
    static Value given(String byteText) {
        return new Value(byteText, Optional.empty(), Optional.empty(), false, List.of());
    }

    /** The value of a platform ARG. */
    static Value ofPlatform(String text) {
        return new Value(text, Optional.empty(), Optional.empty(), true, List.of());
    }

    /** What a variable without a value gives. */
    static Value missing(String variable) {
        return new Value("", Optional.empty(), Optional.of(variable), false, List.of());
    }

    /** A text that was put together. */
    static Value of(String text, List<Value> parts) {
        Optional<String> missing =
                parts.stream().flatMap(part -> part.missing.stream()).findFirst();
        boolean ofPlatform = parts.stream().anyMatch(part -> part.ofPlatform);
        return new Value(text, Optional.empty(), missing, ofPlatform, List.copyOf(parts));
    }

    /** The same text, as the default of an ARG. */
    Value declaredAt(Span place) {
        return new Value(text, Optional.of(place), missing, ofPlatform, List.of(this));
    }

    /** The same sources with another text. */
    Value with(String changed) {
        return new Value(changed, Optional.empty(), missing, ofPlatform, List.of(this));
    }

    /** The same; where the text is empty, the variable is to blame for it. */
    Value orMissing(String variable) {
        return text.isEmpty() && missing.isEmpty()
                ? new Value(text, origin, Optional.of(variable), ofPlatform, parts)
                : this;
    }

    String text() {
        return text;
    }

    /** The first variable that had no value. */
    Optional<String> missing() {
        return missing;
    }

    /** Whether a platform ARG had a part in it. */
    boolean isOfPlatform() {
        return ofPlatform;
    }

    /** The defaults of ARGs that had a part in it, in the order of the file. */
    List<Span> origins() {
        if (parts.isEmpty()) {
            return origin.stream().toList();
        }
        Set<Value> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Span> origins = new TreeSet<>();
        Deque<Value> open = new ArrayDeque<>(List.of(this));
        while (!open.isEmpty()) {
            Value next = open.pop();
            if (seen.add(next)) {
                next.origin.ifPresent(origins::add);
                open.addAll(next.parts);
            }
        }
        return List.copyOf(origins);
    }
}
