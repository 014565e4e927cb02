package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.Optional;

/** Whether an image was built from the base that it should begin with. */
public sealed interface Verification {
    /** It should begin with nothing, so there is nothing to verify: whatever it is, it was not looked at. */
    record FromNothing() implements Verification {}

    /**
     * It was.
     *
     * @param base that it should begin with
     * @param layers of the base, which are its lowest ones
     */
    record AsLocked(BaseImage.Known base, int layers) implements Verification {}

    /**
     * It was built from another digest of the tag.
     *
     * @param base that it should begin with
     * @param actual what it was built from
     * @param current what the tag names now, or why that is not known; empty where the base has no tag
     */
    record FromAnother(BaseImage.Known base, Digest actual, Optional<Answer<Digest>> current) implements Verification {}

    /**
     * It was built from something else.
     *
     * @param base that it should begin with
     * @param current what the tag names now, or why that could not be compared; empty where the base has no tag
     */
    record FromElsewhere(BaseImage.Known base, Optional<Answer<Digest>> current) implements Verification {}

    /**
     * Nobody can tell.
     *
     * @param doubt why
     */
    record Untold(Doubt doubt) implements Verification {}

    /** Why nobody can tell. */
    sealed interface Doubt {
        /** The base cannot be read out of the file. */
        record BaseUnread() implements Doubt {}

        /**
         * The lockfile does not know the base.
         *
         * @param name of the base
         */
        record BaseNotLocked(Tagged name) implements Doubt {}

        /**
         * The layers of the base could not be learned.
         *
         * @param base whose they are
         * @param failure why
         */
        record BaseUnanswered(BaseImage.Known base, ResolutionFailure failure) implements Doubt {}

        /**
         * The base has no layers to look for.
         *
         * @param base without layers
         */
        record BaseWithoutLayers(BaseImage.Known base) implements Doubt {}

        /** It may begin with nothing as well, and every image begins with that. */
        record PerhapsNothing() implements Doubt {}

        /**
         * All files of the image are in one layer.
         *
         * @param base that may be in it
         */
        record Flattened(BaseImage.Known base) implements Doubt {}
    }
}
