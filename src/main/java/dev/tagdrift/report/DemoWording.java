package dev.tagdrift.report;

import java.util.List;

/** The words between the commands of the demo. */
public final class DemoWording {
    /** How it begins. */
    public static final List<String> OPENING = List.of(
            "A story with made-up images, on a registry of its own: nothing leaves this machine.",
            "A project builds from a tag. Its developer locks what the tag names, and CI checks it.");

    /** What happens behind everybody's back. */
    public static final List<String> MOVE = List.of(
            "Weeks later somebody moves the tag. The next build would crash in production, though nothing in the",
            "project has changed. But CI says:");

    /** What is behind it. */
    public static final List<String> CHANGE = List.of("Why it would crash takes one more command:");

    /** What the developer does about it. */
    public static final List<String> REFRESH =
            List.of("The developer tests the new image and accepts it; a reviewer sees one entry change:");

    /** How it ends. */
    public static final List<String> END = List.of("That is all. Begin with `tagdrift scan` in a project of your own.");

    /** How it ends if something is wrong with it. */
    public static final List<String> ASTRAY =
            List.of("This did not go as told, which is a mistake in tagdrift: report it.");

    private DemoWording() {}
}
