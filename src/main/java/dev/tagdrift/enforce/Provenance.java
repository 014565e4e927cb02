package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Platform;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which images a builder says it used for another. It is a list that anybody could have written: no signature is looked at.
 *
 * @see <a href="https://slsa.dev/spec/v1.0/provenance">SLSA, Provenance</a>
 */
public sealed interface Provenance {
    /** Nothing is attested. */
    record None() implements Provenance {}

    /**
     * A list.
     *
     * @param materials images only
     */
    record Listed(List<Material> materials) implements Provenance {
        /** Copies the list. */
        public Listed {
            materials = List.copyOf(materials);
        }

        /** What the base is told to be; nothing if it is not among the materials. */
        public SortedSet<Digest> digests(ImageReference base, Platform built) {
            return materials.stream()
                    .filter(material -> material.isFor(base, built))
                    .map(Material::digest)
                    .collect(Collectors.toCollection(TreeSet::new));
        }
    }

    /**
     * The registry did not hand it out.
     *
     * @param reason why
     */
    record NotFetched(ResolutionFailure reason) implements Provenance {}

    /** It is there and makes no sense. */
    record NotReadable() implements Provenance {}
}
