package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.DockerfileProblem;
import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.dockerfile.Pulls;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Compares what the builds of a file pull before and after an edit.
 *
 * @param place that the edit is made for
 * @param goal what references should become
 * @param before the edit
 * @param after the same builds, after it
 */
record Proof(Place place, Goal goal, List<Pulls> before, List<Pulls> after) {
    /** Why the edit may not stand. */
    Optional<Left> failure(Edit edit) {
        boolean inDefault = place.defaults().stream().anyMatch(edit::isIn) && !edit.isIn(place.span());
        boolean handedDown =
                before.stream().flatMap(build -> build.handedDown().stream()).anyMatch(edit::isIn);
        if (handedDown) {
            return Optional.of(Left.SHARED_ARGUMENT);
        }
        if (hold((was, is) -> isHere(was) ? isWanted(was, is) : isUnchanged(was, is) || isWanted(was, is))) {
            return Optional.empty();
        }
        boolean reachesOthersOnly = hold((was, is) -> isUnchanged(was, is) || isWanted(was, is));
        return Optional.of(inDefault && !reachesOthersOnly ? Left.SHARED_ARGUMENT : Left.GIVEN_OUTSIDE);
    }

    private boolean isHere(Pull pull) {
        return pull.span().equals(place.span());
    }

    private static boolean isUnchanged(Pull was, Pull is) {
        return was.reference().equals(is.reference());
    }

    private boolean isWanted(Pull was, Pull is) {
        return goal.wanted(was.reference()).equals(Optional.of(is.reference()));
    }

    /** Whether each pull of each build is still there, and its reference stands the test. */
    private boolean hold(BiPredicate<Pull, Pull> test) {
        return IntStream.range(0, before.size()).allMatch(build -> hold(before.get(build), after.get(build), test));
    }

    private static boolean hold(Pulls before, Pulls after, BiPredicate<Pull, Pull> test) {
        List<Pull> was = before.pulls();
        List<Pull> is = after.pulls();
        return sameProblems(before, after)
                && was.size() == is.size()
                && IntStream.range(0, was.size())
                        .allMatch(i -> isSameUse(was.get(i), is.get(i)) && test.test(was.get(i), is.get(i)));
    }

    /** The words of a problem may be those that were edited. */
    private static boolean sameProblems(Pulls before, Pulls after) {
        List<DockerfileProblem> was = before.problems();
        List<DockerfileProblem> is = after.problems();
        return was.size() == is.size()
                && IntStream.range(0, was.size())
                        .allMatch(i -> was.get(i).line() == is.get(i).line()
                                && was.get(i).getClass() == is.get(i).getClass());
    }

    private static boolean isSameUse(Pull was, Pull is) {
        return was.line() == is.line()
                && was.instruction() == is.instruction()
                && was.stage().equals(is.stage())
                && was.platform().equals(is.platform())
                && was.platformConstant() == is.platformConstant();
    }
}
