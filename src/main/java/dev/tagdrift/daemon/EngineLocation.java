package dev.tagdrift.daemon;

import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;

/** Where the engine is, as far as this machine says. */
public sealed interface EngineLocation {
    /**
     * It is to be asked here.
     *
     * @param host {@code unix:///path} or {@code tcp://host:port}
     * @param certificates folder of {@code ca.pem}, {@code cert.pem} and {@code key.pem}, where it speaks TLS
     */
    record At(URI host, Optional<Path> certificates) implements EngineLocation {}

    /**
     * Nobody knows, or it cannot be reached from here.
     *
     * @param reason why
     */
    record Unknown(NoEngine reason) implements EngineLocation {}
}
