package dev.tagdrift.history;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What one tag named over time.
 *
 * @param nights what was seen, a sighting for each change
 * @param locks what was locked on purpose, likewise
 */
public record Timeline(List<Sighting> nights, List<Sighting> locks) {
    /** Copies the lists. */
    public Timeline {
        nights = List.copyOf(nights);
        locks = List.copyOf(locks);
    }

    /** Of one image, from what was seen and what was locked. */
    public static Timeline of(Tagged image, History nights, History locks) {
        return new Timeline(nights.of(image), locks.of(image));
    }

    /** This, and what was seen of its image since. */
    public Timeline with(History seen) {
        return spans().stream()
                .findFirst()
                .map(span -> new Timeline(
                        History.of(nights).with(seen.of(span.image())).of(span.image()), locks))
                .orElse(this);
    }

    /**
     * The digests in their order, each from its time to that of the next. From the first night on the nights tell; before
     * it, the locks do. A lock of a later time tells nothing of the tag: it may be of a branch that was merged days after.
     */
    public List<Sighting> spans() {
        Stream<Sighting> before = locks.stream()
                .filter(lock -> firstSeen().map(lock.when()::isBefore).orElse(true));
        List<Sighting> all = Stream.concat(before, nights.stream()).toList();
        return all.isEmpty() ? List.of() : History.of(all).of(all.getFirst().image());
    }

    /** The first night. */
    public Optional<Instant> firstSeen() {
        return nights.stream().findFirst().map(Sighting::when);
    }

    /** The night that saw what the tag names now for the first time, after whatever it named before. */
    public Optional<Instant> lastChanged() {
        return nights.isEmpty()
                ? Optional.empty()
                : Optional.of(nights.getLast().when());
    }

    /** What the nights saw change. */
    public List<Move> moves() {
        return History.moves(nights);
    }

    /** How often another digest was locked. */
    public int refreshes() {
        return Math.max(0, locks.size() - 1);
    }

    /** Since when this digest is locked; empty if that is not known. */
    public Optional<Instant> lockedSince(Digest locked) {
        return locks.isEmpty() || !locks.getLast().digest().equals(locked)
                ? Optional.empty()
                : Optional.of(locks.getLast().when());
    }

    /** Since when the tag has not named the digest that is locked or pinned; empty if it does, or nobody ever looked. */
    public Optional<Instant> awaySince(Digest digest) {
        List<Sighting> spans = spans();
        int there = spans.size() - 1;
        while (there >= 0 && !spans.get(there).digest().equals(digest)) {
            there--;
        }
        // What was locked yesterday has not been left for longer than that.
        Optional<Instant> locked = lockedSince(digest);
        return spans.stream()
                .skip(there + 1)
                .findFirst()
                .map(left -> locked.filter(left.when()::isBefore).orElse(left.when()));
    }
}
