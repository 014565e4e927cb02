package dev.tagdrift.explain;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What one layer tells about what is wanted.
 *
 * @param entries by path from the root
 * @param opaque folders whose content of lower layers it hides
 */
record LayerFiles(SortedMap<String, LayerEntry> entries, SortedSet<String> opaque) {
    LayerFiles(Map<String, LayerEntry> entries, Set<String> opaque) {
        this(new TreeMap<>(entries), new TreeSet<>(opaque));
    }

    LayerFiles {
        entries = Collections.unmodifiableSortedMap(entries);
        opaque = Collections.unmodifiableSortedSet(opaque);
    }
}
