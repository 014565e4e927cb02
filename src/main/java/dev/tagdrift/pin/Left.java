package dev.tagdrift.pin;

/** Why a reference is left as it is written. */
public enum Left {
    /** It names no tag, so there is nothing that a digest could stand behind. */
    NO_TAG,
    /** Its tag is put together from parts. */
    SPLIT_TAG,
    /** The variable that holds its tag serves other uses too. */
    SHARED_ARGUMENT,
    /** Several builds of the file read several images out of it. */
    SEVERAL_IMAGES,
    /** A build argument, a named context or a platform says what it means, not the file. */
    GIVEN_OUTSIDE
}
