package dev.tagdrift.explain;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;
import static java.util.stream.Collectors.toSet;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Finds the shared libraries that are gone, and what came in their place. */
final class LibraryChanges {
    private final List<SharedLibrary> gone;
    private final Map<String, SharedLibrary> newestOfFamily;
    private final Map<String, List<SharedLibrary>> newOfSource;

    private LibraryChanges(NavigableSet<SharedLibrary> before, NavigableSet<SharedLibrary> after) {
        gone = missing(before, after);
        newestOfFamily = after.stream().collect(toMap(SharedLibrary::family, one -> one, (older, newer) -> newer));
        newOfSource = missing(after, before).stream().collect(groupingBy(SharedLibrary::source));
    }

    /** Those that most programs miss first, then those with a successor, each by name. */
    static List<LibraryChange> between(PackageList before, PackageList after) {
        boolean told = tellsSonames(before) && tellsSonames(after);
        LibraryChanges changes = new LibraryChanges(libraries(before, told), libraries(after, told));
        return changes.gone.stream()
                .map(library -> new LibraryChange(library, changes.successor(library)))
                .sorted(Comparator.comparing(
                                (LibraryChange change) -> !change.gone().isWidelyLinked())
                        .thenComparing(change -> change.successor().isEmpty()))
                .toList();
    }

    /** Debian's record does not, nor does a bill of materials; there the names of packages have to do, in both lists. */
    private static boolean tellsSonames(PackageList list) {
        return list.packages().stream().anyMatch(one -> !one.sonames().isEmpty());
    }

    private static NavigableSet<SharedLibrary> libraries(PackageList list, boolean told) {
        NavigableSet<SharedLibrary> libraries = new TreeSet<>();
        for (InstalledPackage one : list.packages()) {
            if (told) {
                one.sonames()
                        .forEach(soname ->
                                SharedLibrary.ofSoname(soname, one.source()).ifPresent(libraries::add));
            } else {
                SharedLibrary.ofPackage(one.name(), one.source()).ifPresent(libraries::add);
            }
        }
        return libraries;
    }

    private static List<SharedLibrary> missing(Set<SharedLibrary> ones, Set<SharedLibrary> others) {
        Set<Interface> known = others.stream().map(Interface::of).collect(toSet());
        return ones.stream().filter(one -> !known.contains(Interface.of(one))).toList();
    }

    /** The newest of its family; where there is none, the one library that is new among those of the same source. */
    private Optional<SharedLibrary> successor(SharedLibrary library) {
        List<SharedLibrary> renamed = newOfSource.getOrDefault(library.source(), List.of());
        return Optional.ofNullable(newestOfFamily.get(library.family()))
                .or(() -> renamed.size() == 1 ? Optional.of(renamed.getFirst()) : Optional.empty());
    }

    /** What a program that was linked with a library asks for. */
    private record Interface(String family, String version) {
        static Interface of(SharedLibrary library) {
            return new Interface(library.family(), library.version());
        }
    }
}
