package dev.tagdrift.explain;

import java.util.Comparator;
import java.util.List;

/** How a version is taken apart, so that comparing the parts one after another orders the versions. */
@FunctionalInterface
interface VersionScheme {
    /** The parts of a version. The last one stands for the end: it meets whatever a longer version has from there on. */
    List<VersionPart> parts(String version);

    /** From older to newer. */
    static Comparator<String> order(VersionScheme scheme) {
        return (one, other) -> compare(scheme.parts(one), scheme.parts(other));
    }

    private static int compare(List<VersionPart> one, List<VersionPart> other) {
        for (int i = 0; i < Math.max(one.size(), other.size()); i++) {
            int order = at(one, i).compareTo(at(other, i));
            if (order != 0) {
                return order;
            }
        }
        return 0;
    }

    private static VersionPart at(List<VersionPart> parts, int index) {
        return parts.get(Math.min(index, parts.size() - 1));
    }
}
