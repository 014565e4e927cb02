package dev.tagdrift.report;

import dev.tagdrift.enforce.BuiltImage;
import dev.tagdrift.enforce.Evidence;
import dev.tagdrift.enforce.Verification;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import dev.tagdrift.image.Platform;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.Optional;

/**
 * What a verification found.
 *
 * @param lockfile where the lockfile is
 * @param image as it was asked for
 * @param dockerfile that it should be built from, relative to the root
 * @param line of the FROM that says what it begins with; 0 if no stage does
 * @param platforms of the image, each verified on its own; or why the image could not be read
 * @param missing platforms that are asked for and that the image does not have
 * @param engine why the local engine does not have it, where a registry was asked in its stead
 */
public record VerifyReport(
        LockfilePlace lockfile,
        String image,
        String dockerfile,
        int line,
        Answer<List<Verified>> platforms,
        List<Platform> missing,
        Optional<ResolutionFailure> engine) {
    /** Copies the list. */
    public VerifyReport {
        missing = List.copyOf(missing);
    }

    /**
     * The image of one platform.
     *
     * @param image what it is made of
     * @param verification what it was built from
     */
    public record Verified(BuiltImage image, Verification verification) {
        /** What else is told about its base. */
        Evidence evidence() {
            return image.evidence();
        }
    }

    List<Verified> verified() {
        return platforms.found().orElse(List.of());
    }

    /** What the run ends with. */
    public int exitCode() {
        return switch (platforms) {
            case Failed<List<Verified>> failed -> ExitCode.UNCHECKED;
            case Found<List<Verified>>(List<Verified> all) ->
                ExitCode.of(
                        all.stream().anyMatch(one -> fails(one.verification())),
                        false,
                        !missing.isEmpty() || all.stream().anyMatch(one -> one.verification() instanceof Untold));
        };
    }

    private static boolean fails(Verification verification) {
        return switch (verification) {
            case FromNothing nothing -> false;
            case AsLocked base -> false;
            case FromAnother another -> true;
            case FromElsewhere other -> true;
            case Untold untold -> false;
        };
    }
}
