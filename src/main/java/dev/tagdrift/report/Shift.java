package dev.tagdrift.report;

import dev.tagdrift.explain.Cause;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * That a tag left what is locked or pinned, as far as its reason is known.
 *
 * @param lockfile that the commands are about
 * @param cause what weighs most of all that changed, if that is known
 * @param changes in words, by their weight: tags that share one went the same way
 * @param told all that changed, if anybody asked
 * @param accept the command that takes the current image; empty for what is told alone
 * @param since when it is so, in words, if that is known
 * @param isNew whether this run is the first to see it
 */
record Shift(
        LockfilePlace lockfile,
        Optional<Cause> cause,
        SortedMap<Cause, Set<String>> changes,
        Optional<Told> told,
        Optional<String> accept,
        Optional<String> since,
        boolean isNew) {
    /** Copies the map. */
    Shift {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** The changes of one weight. */
    Set<String> changes(Cause weight) {
        return changes.getOrDefault(weight, Set.of());
    }

    /** The changes that weigh most. */
    Set<String> weightiest() {
        return cause.map(this::changes).orElse(Set.of());
    }
}
