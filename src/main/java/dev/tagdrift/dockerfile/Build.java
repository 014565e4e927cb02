package dev.tagdrift.dockerfile;

import dev.tagdrift.image.Platform;
import java.util.Map;

/**
 * What a build is given.
 *
 * @param args values of {@code --build-arg}
 * @param contexts values of {@code --build-context}
 * @param target the platform that is built for
 */
record Build(Map<String, String> args, NamedContexts contexts, Platform target) {}
