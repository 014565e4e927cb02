package dev.tagdrift.history;

import dev.tagdrift.image.ImageReference.Tagged;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * What each tag named, from its first sighting on: a sighting for each change, in the order of time.
 *
 * @param changes by image
 */
public record History(SortedMap<Tagged, List<Sighting>> changes) {
    /** Nothing was seen yet. */
    public static final History EMPTY = new History(new TreeMap<>());

    /** Copies the map. */
    public History {
        changes = Collections.unmodifiableSortedMap(new TreeMap<>(changes));
    }

    /** What these sightings tell; one that tells nothing new is left out. */
    public static History of(Collection<Sighting> sightings) {
        SortedMap<Tagged, List<Sighting>> changes = new TreeMap<>();
        // The sort is stable: of what was seen in one second, that which stands later came later.
        sightings.stream().sorted(Comparator.comparing(Sighting::when)).forEach(sighting -> {
            List<Sighting> known = changes.computeIfAbsent(sighting.image(), image -> new ArrayList<>());
            if (known.isEmpty() || sighting.differs(known.getLast())) {
                known.add(sighting);
            }
        });
        changes.replaceAll((image, known) -> List.copyOf(known));
        return new History(changes);
    }

    /** The changes of one image; empty if it was never seen. */
    public List<Sighting> of(Tagged image) {
        return changes.getOrDefault(image, List.of());
    }

    /**
     * Those sightings that tell something new. Where a clock was put back, a sighting takes the time of the one before
     * it: what was seen last stays last.
     */
    public List<Sighting> news(Collection<Sighting> seen) {
        return seen.stream().flatMap(sighting -> news(sighting).stream()).toList();
    }

    private Optional<Sighting> news(Sighting seen) {
        List<Sighting> known = of(seen.image());
        if (known.isEmpty()) {
            return Optional.of(seen);
        }
        Sighting last = known.getLast();
        Instant when = seen.when().isBefore(last.when()) ? last.when() : seen.when();
        return Optional.of(seen.at(when)).filter(last::differs);
    }

    /** This, and what is new in these sightings. */
    public History with(Collection<Sighting> seen) {
        return of(Stream.concat(sightings().stream(), news(seen).stream()).toList());
    }

    /** This from a time on, and for each image what it named then: a timeline has a beginning. */
    public History since(Instant start) {
        SortedMap<Tagged, List<Sighting>> kept = new TreeMap<>();
        changes.forEach((image, known) -> {
            int before = (int) known.stream()
                    .takeWhile(sighting -> !sighting.when().isAfter(start))
                    .count();
            kept.put(image, known.subList(Math.max(0, before - 1), known.size()));
        });
        return new History(kept);
    }

    /** All of it, in the order of time. */
    public List<Sighting> sightings() {
        return changes.values().stream()
                .flatMap(List::stream)
                .sorted(Comparator.comparing(Sighting::when))
                .toList();
    }

    /** Every move of every image, in the order of time: those of one cause stand together. */
    public List<Move> moves() {
        return changes.values().stream()
                .flatMap(known -> moves(known).stream())
                .sorted(Comparator.comparing(Move::when))
                .toList();
    }

    static List<Move> moves(List<Sighting> known) {
        List<Move> moves = new ArrayList<>();
        for (int i = 1; i < known.size(); i++) {
            moves.add(new Move(known.get(i - 1), known.get(i)));
        }
        return moves;
    }
}
