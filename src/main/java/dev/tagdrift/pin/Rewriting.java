package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.pin.UseChange.Kept;
import dev.tagdrift.pin.UseChange.Rewritten;
import dev.tagdrift.pin.UseChange.Unchanged;
import dev.tagdrift.pin.UseChange.Unknown;
import dev.tagdrift.pin.UseChange.Unresolved;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Rewrites the references of one file, place by place.
 *
 * <p>No edit is believed: the file is evaluated again for all its builds, and an edit stands only if this place means
 * what is wanted, and every other place what it meant or what is wanted of it.
 */
public final class Rewriting {
    private final Goal goal;
    private final Builds builds;
    private byte[] content;
    private List<Pulls> pulls;

    private Rewriting(byte[] content, Builds builds, Goal goal) {
        this.goal = goal;
        this.builds = builds;
        this.content = content;
        this.pulls = builds.of(content);
    }

    /**
     * A file, rewritten.
     *
     * @param content the bytes of it, the same array if nothing changes
     * @param changes what became of each place, in the order of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Result(byte[] content, List<UseChange> changes) {}

    /** Rewrites the content of a file. */
    public static Result of(byte[] content, Builds builds, Goal goal) {
        return new Rewriting(content, builds, goal).run();
    }

    private Result run() {
        List<Place> before = Place.of(pulls);
        List<Optional<Left>> reasons =
                IntStream.range(0, before.size()).mapToObj(this::rewrite).toList();
        List<Place> after = Place.of(pulls);
        List<UseChange> changes = IntStream.range(0, before.size())
                .mapToObj(i -> change(before.get(i), after.get(i), reasons.get(i)))
                .toList();
        return new Result(content, changes);
    }

    private UseChange change(Place before, Place after, Optional<Left> reason) {
        if (!before.references().equals(after.references())) {
            return new Rewritten(before, after.reference());
        }
        if (before.references().stream().anyMatch(goal::leavesUnresolved)) {
            return new Unresolved(before);
        }
        if (before.references().stream()
                .anyMatch(reference -> goal.wanted(reference).isEmpty())) {
            return new Unknown(before);
        }
        return reason.<UseChange>map(left -> new Unchanged(before, left)).orElse(new Kept(before));
    }

    /** Rewrites one place, by its number in the file, which no edit changes. */
    private Optional<Left> rewrite(int number) {
        Place place = Place.of(pulls).get(number);
        List<Optional<ImageReference>> wanted =
                place.references().stream().map(goal::wanted).toList();
        boolean settled =
                wanted.equals(place.references().stream().map(Optional::of).toList());
        if (settled || wanted.contains(Optional.<ImageReference>empty())) {
            return Optional.empty();
        }
        if (place.isOutside()) {
            return Optional.of(Left.GIVEN_OUTSIDE);
        }
        return place.references().size() > 1
                ? Optional.of(Left.SEVERAL_IMAGES)
                : rewrite(place, wanted.getFirst().orElseThrow());
    }

    private Optional<Left> rewrite(Place place, ImageReference wanted) {
        Left reason = Edits.withoutAny(content, place);
        for (Edit edit : Edits.of(content, place, wanted)) {
            byte[] changed = edit.applied(content);
            List<Pulls> then = builds.of(changed);
            Optional<Left> failure = new Proof(place, goal, pulls, then).failure(edit);
            if (failure.isEmpty()) {
                content = changed;
                pulls = then;
                return Optional.empty();
            }
            reason = reason == Left.SPLIT_TAG ? failure.get() : reason;
        }
        return Optional.of(reason);
    }
}
