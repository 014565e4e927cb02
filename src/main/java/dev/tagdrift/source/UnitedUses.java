package dev.tagdrift.source;

import dev.tagdrift.dockerfile.BuildStage;
import dev.tagdrift.dockerfile.BuildStage.Copied;
import dev.tagdrift.dockerfile.BuildStage.Root;
import dev.tagdrift.dockerfile.DockerfileProblem;
import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.image.Platform;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What several builds of one file pull, each place and image once. */
final class UnitedUses {
    private final String path;
    private final SortedMap<Place, Use> uses = new TreeMap<>();
    private final SortedSet<DockerfileProblem> problems =
            new TreeSet<>(Comparator.comparingInt(DockerfileProblem::line).thenComparing(Object::toString));

    private final SortedSet<StageCopy> copies = new TreeSet<>(Comparator.comparing(StageCopy::location)
            .thenComparing(copy -> copy.from().toString())
            .thenComparing(copy -> copy.into().toString()));

    /** What tells uses apart, and their order. */
    private record Place(int line, Pull.Instruction instruction, String reference) implements Comparable<Place> {
        private static final Comparator<Place> ORDER = Comparator.comparingInt(Place::line)
                .thenComparing(Place::instruction)
                .thenComparing(Place::reference);

        @Override
        public int compareTo(Place other) {
            return ORDER.compare(this, other);
        }
    }

    /** The first pull of a place, and the platforms of all. */
    private record Use(Pull pull, SortedSet<Platform> platforms, SortedSet<Platform> required) {}

    UnitedUses(String path) {
        this.path = path;
    }

    /** Adds what one build pulls, which was configured for some platforms, or for none. */
    void add(Pull pull, Collection<Platform> configured) {
        Place place =
                new Place(pull.line(), pull.instruction(), pull.reference().toString());
        Use use = uses.computeIfAbsent(place, first -> new Use(pull, new TreeSet<>(), new TreeSet<>()));
        use.platforms().add(pull.platform());
        if (pull.platformConstant() || configured.contains(pull.platform())) {
            use.required().add(pull.platform());
        }
    }

    void add(DockerfileProblem problem) {
        problems.add(problem);
    }

    /** Adds what a stage takes from other images. */
    void add(BuildStage stage) {
        if (stage.root() instanceof Root.Image into) {
            for (Copied copied : stage.copies()) {
                if (copied.from() instanceof Root.Image from
                        && !from.reference().equals(into.reference())) {
                    copies.add(new StageCopy(new Location(path, copied.line()), from.reference(), into.reference()));
                }
            }
        }
    }

    ScannedFile file() {
        List<ScanProblem> located = problems.stream()
                .<ScanProblem>map(problem -> new ScanProblem.InDockerfile(new Location(path, problem.line()), problem))
                .toList();
        return new ScannedFile(path, uses.values().stream().map(this::located).toList(), located, List.copyOf(copies));
    }

    private ImageUse located(Use use) {
        Pull pull = use.pull();
        return new ImageUse(
                new Location(path, pull.line()),
                pull.written(),
                pull.reference(),
                pull.instruction(),
                pull.stage(),
                Collections.unmodifiableSortedSet(use.platforms()),
                Collections.unmodifiableSortedSet(use.required()));
    }
}
