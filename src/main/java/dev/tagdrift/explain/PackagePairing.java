package dev.tagdrift.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Finds for each package that was there the one that took its place: first of the same architecture, then of any. */
final class PackagePairing {
    private final NavigableSet<InstalledPackage> removed;
    private final NavigableSet<InstalledPackage> added;
    private final List<VersionChange> changed = new ArrayList<>();

    PackagePairing(PackageList before, PackageList after) {
        removed = missing(before, after);
        added = missing(after, before);
        pair(one -> new Identity(one.format(), one.name(), one.architecture()));
        pair(one -> new Identity(one.format(), one.name(), ""));
        changed.sort(Comparator.comparing(VersionChange::to));
    }

    private static NavigableSet<InstalledPackage> missing(PackageList ones, PackageList others) {
        Set<Build> known = others.packages().stream().map(Build::of).collect(toSet());
        return ones.packages().stream()
                .filter(one -> !known.contains(Build.of(one)))
                .collect(toCollection(TreeSet::new));
    }

    /** Several versions of one package can be installed side by side; the oldest took the place of the oldest. */
    private void pair(Function<InstalledPackage, Identity> identity) {
        Map<Identity, Deque<InstalledPackage>> left =
                removed.stream().collect(groupingBy(identity, toCollection(ArrayDeque::new)));
        for (InstalledPackage to : List.copyOf(added)) {
            InstalledPackage from =
                    left.getOrDefault(identity.apply(to), new ArrayDeque<>()).poll();
            if (from != null) {
                changed.add(new VersionChange(from, to));
                removed.remove(from);
                added.remove(to);
            }
        }
    }

    /** Packages of which nothing is left. */
    List<InstalledPackage> removed() {
        return List.copyOf(removed);
    }

    /** Packages that took nobody's place. */
    List<InstalledPackage> added() {
        return List.copyOf(added);
    }

    /** Packages that are there in another version than before. */
    List<VersionChange> changed() {
        return List.copyOf(changed);
    }

    private record Identity(PackageFormat format, String name, String architecture) {}

    /** What is the same of two packages that are the same to whoever uses them. */
    private record Build(Identity identity, String version) {
        static Build of(InstalledPackage one) {
            return new Build(new Identity(one.format(), one.name(), one.architecture()), one.version());
        }
    }
}
