package dev.tagdrift.report;

import dev.tagdrift.resolve.ResolutionFailure;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things that are not known, by the reason they share.
 *
 * @param <T> what is not known
 */
final class FailureGroups<T> {
    private final Map<ResolutionFailure, List<T>> groups = new LinkedHashMap<>();

    void add(ResolutionFailure failure, T unknown) {
        ResolutionFailure known = groups.keySet().stream()
                .filter(other -> FailureWording.alike(failure, other))
                .findFirst()
                .orElse(failure);
        groups.computeIfAbsent(known, any -> new ArrayList<>()).add(unknown);
    }

    /** In the order in which they came, under the first failure of each reason. */
    Map<ResolutionFailure, List<T>> groups() {
        return groups;
    }
}
