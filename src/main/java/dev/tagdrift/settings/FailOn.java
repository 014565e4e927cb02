package dev.tagdrift.settings;

/** Which moves of a tag fail a check. What does not fail is still shown. */
public enum FailOn {
    /** Any: the tag names another digest. */
    DIGEST,
    /** Only one that changes the image of a platform that is built for. */
    PLATFORM,
    /** Only one that changes the release of the operating system, or may do so. */
    OS
}
