package dev.tagdrift.drift;

import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.source.ImageUse;
import java.util.List;
import java.util.Optional;

/** Compares a reference that has a digest alone: it cannot move, only vanish. */
final class DigestComparison {
    private DigestComparison() {}

    static Comparison of(Digested reference, List<ImageUse> uses, Optional<Answer<Descriptor>> answer) {
        Optional<Digest> current = answer.flatMap(Answer::found).map(Descriptor::digest);
        return new Comparison(
                reference,
                uses,
                Optional.empty(),
                current,
                answer.filter(DigestComparison::vanished).stream()
                        .map(gone ->
                                (Finding) new DigestVanished(reference, uses, reference.digest(), Optional.empty()))
                        .toList(),
                answer.filter(any -> !vanished(any)).flatMap(Answer::failure).stream()
                        .toList());
    }

    /** Nothing else proves that the repository may be read, so a 404 counts only where credentials were accepted. */
    private static boolean vanished(Answer<Descriptor> answer) {
        return switch (answer) {
            case Found<Descriptor> found -> false;
            case Failed<Descriptor>(ResolutionFailure reason) ->
                reason instanceof NotFound notFound && notFound.said() && notFound.authenticated();
        };
    }
}
