package dev.tagdrift.explain;

/** Why an image is another now, the weightiest first. */
public enum Cause {
    /** Another release of the operating system, or another system. */
    OS_RELEASE,
    /** Another major version of the software that the image is made for. */
    MAJOR_VERSION,
    /** Shared libraries are gone that programs may be linked with. */
    LIBRARIES,
    /** Nobody can tell: what is installed could not be compared. */
    UNKNOWN,
    /** Packages or software in other versions. */
    PACKAGES,
    /** Built again, and nothing else that can be told. */
    REBUILD,
    /** The image of this platform is the same: others changed. */
    OTHER_PLATFORMS,
    /** Nothing: both names are names of one image. */
    UNCHANGED
}
