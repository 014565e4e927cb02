package dev.tagdrift.dockerfile;

import dev.tagdrift.image.Platform;
import java.util.List;
import java.util.Map;

/** A Dockerfile, read once and evaluated for as many builds as there are. */
public final class Dockerfile {
    private Dockerfile() {}

    /** Reads the bytes of a file; never fails, since what is wrong is told by {@link #evaluate}. */
    public static Dockerfile parse(byte[] content) {
        return new Dockerfile();
    }

    /**
     * The images that one build pulls, from every stage, and what could not be known.
     *
     * @param buildArgs values of {@code --build-arg}
     * @param target the platform that is built for
     */
    public Pulls evaluate(Map<String, String> buildArgs, Platform target) {
        return new Pulls(List.of(), List.of());
    }
}
