package dev.tagdrift.drift;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.source.ImageUse;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * How one image compares: what is locked, what is there now, and everything that is found about it.
 *
 * @param image the tag, or a digest alone
 * @param uses where the files name it
 * @param locked what the lockfile says
 * @param current the digest that the reference names now; empty if nobody asked or nobody knows
 * @param findings in the order of their weight
 * @param failures why the image could not be checked, or not all of it
 */
public record Comparison(
        ImageReference image,
        List<ImageUse> uses,
        Optional<LockedImage> locked,
        Optional<Digest> current,
        List<Finding> findings,
        List<ResolutionFailure> failures) {
    /** Copies the lists. */
    public Comparison {
        uses = List.copyOf(uses);
        findings = List.copyOf(findings);
        failures = List.copyOf(failures);
    }

    /** Whether the reference names another image now than the locked one. */
    boolean hasMoved() {
        return locked.isPresent()
                && current.isPresent()
                && !current.get().equals(locked.get().digest());
    }

    /** The same with more that is found. */
    Comparison and(List<Finding> more) {
        return more.isEmpty()
                ? this
                : new Comparison(
                        image,
                        uses,
                        locked,
                        current,
                        Stream.concat(findings.stream(), more.stream()).toList(),
                        failures);
    }
}
