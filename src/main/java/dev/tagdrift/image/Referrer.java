package dev.tagdrift.image;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A manifest that says of another one what it is about, as signatures and bills of materials do.
 *
 * @param manifest whose layers are what it says
 * @param type of what it says
 * @param annotations that it gives itself
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers">OCI
 *     distribution specification, Listing Referrers</a>
 */
public record Referrer(Descriptor manifest, MediaType type, SortedMap<String, String> annotations) {
    /** Copies the map. */
    public Referrer {
        annotations = Collections.unmodifiableSortedMap(new TreeMap<>(annotations));
    }
}
