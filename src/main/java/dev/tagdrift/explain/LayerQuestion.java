package dev.tagdrift.explain;

import java.util.Map;
import java.util.function.Predicate;

/**
 * What is asked of a layer.
 *
 * @param name of the question: answers to another are not answers to this one
 * @param wanted files
 * @param enough whether the entries found so far will do, so that the rest need not be read
 */
record LayerQuestion(String name, Wanted wanted, Predicate<Map<String, LayerEntry>> enough) {
    /** Everything that is wanted, read to the end. */
    static LayerQuestion all(Wanted wanted) {
        return new LayerQuestion("all\n" + wanted, wanted, entries -> false);
    }
}
