package dev.tagdrift.report;

import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.LockReport.Unknown;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** The words for entries that stay as they were, though something is missing in them that a registry did not tell. */
final class IncompleteWording {
    private IncompleteWording() {}

    static List<Fact> facts(ResolutionFailure failure, List<Unknown> images) {
        List<Fact> facts = new ArrayList<>();
        facts.add(Fact.of("lockfile", "as it was, without " + Phrases.list(missing(images))));
        if (failure.isNotFound()) {
            facts.add(Fact.of(
                    "builds",
                    isGone(failure)
                            ? "from what is locked break"
                            : "from what is locked break if it is gone, which is not known"));
        }
        return facts;
    }

    private static List<String> missing(List<Unknown> images) {
        boolean one = images.size() == 1;
        List<String> missing = new ArrayList<>();
        if (any(images, locked -> locked.os().isEmpty())) {
            missing.add(one ? "its OS release" : "their OS releases");
        }
        if (any(images, locked -> locked.created().isEmpty())) {
            missing.add(one ? "when it was built" : "when they were built");
        }
        if (any(
                images,
                locked -> locked.mediaType().isIndex() && locked.platforms().isEmpty())) {
            missing.add(one ? "its platforms" : "their platforms");
        }
        return missing;
    }

    private static boolean any(List<Unknown> images, Predicate<LockedImage> lacks) {
        return images.stream().flatMap(image -> image.locked().stream()).anyMatch(lacks);
    }

    /** A 404 alone may as well mean that access is missing. */
    private static boolean isGone(ResolutionFailure failure) {
        return failure instanceof NotFound notFound && notFound.said() && notFound.authenticated();
    }

    /** A lock asks by digest, a check by tag too, so a check may know more. */
    static List<String> hints(ResolutionFailure failure, List<Unknown> images, LockfilePlace lockfile) {
        if (!failure.isNotFound()) {
            return FailureHints.of(failure);
        }
        return List.of(
                isGone(failure)
                        ? "lock what there is now with "
                                + lockfile.command("lock"
                                        + String.join(
                                                "",
                                                images.stream()
                                                        .map(image -> " --upgrade-image "
                                                                + image.name().familiar())
                                                        .toList()))
                        : "run " + lockfile.command("check") + ", which asks for the tag as well");
    }
}
