package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.enforce.BaseImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.resolve.Answer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How the locked image gets into a build: {@code --pull} brings what the tag names now, which can be another. */
final class BuildHints {
    private final LockfilePlace lockfile;

    BuildHints(LockfilePlace lockfile) {
        this.lockfile = lockfile;
    }

    /**
     * What to do about a build from another base.
     *
     * @param current what the tag names now, or why that is not known
     */
    List<String> of(BaseImage.Known base, Optional<Answer<Digest>> current) {
        if (!(base.reference() instanceof Tagged name)) {
            return List.of("the file pins the base: build it again");
        }
        Optional<Boolean> stands = current.flatMap(Answer::found).map(base::names);
        return stands.orElse(true)
                ? of(stands)
                : Stream.concat(
                                of(stands).stream(),
                                Stream.of("or accept the move with "
                                        + lockfile.command("lock --upgrade-image " + name.familiar())))
                        .toList();
    }

    /**
     * What to do where a build takes another image than the locked one.
     *
     * @param stands whether the tag still names the locked image, if that is known
     */
    List<String> of(Optional<Boolean> stands) {
        String export = "build the locked image with "
                + code("args=$(" + lockfile.line("export env") + ") && docker buildx build $args .");
        return stands.map(still -> still
                        ? List.of("the tag still names the locked image: build with `docker build --pull`")
                        : List.of("the tag has moved, so `--pull` would not bring the locked image:", export))
                .orElse(List.of(export));
    }
}
