package dev.tagdrift.registry;

import java.io.IOException;
import java.io.InputStream;

/** Takes a body as it comes, from its first byte each time that the question is sent. */
@FunctionalInterface
interface Intake {
    /**
     * Whether it took everything.
     *
     * @throws IOException if the transfer breaks
     */
    boolean take(InputStream body) throws IOException;
}
