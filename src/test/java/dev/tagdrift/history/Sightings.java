package dev.tagdrift.history;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Sightings in a few words. */
final class Sightings {
    static final Tagged PYTHON = tagged("python:3.12-slim");
    static final Tagged NODE = tagged("node:20");

    private Sightings() {}

    static Tagged tagged(String name) {
        try {
            return (Tagged) ImageReference.parse(name);
        } catch (InvalidReferenceException e) {
            throw new AssertionError(e);
        }
    }

    static Digest digest(String salt) {
        return Digest.of(salt.getBytes(StandardCharsets.UTF_8));
    }

    static Sighting python(String salt, String day) {
        return seen(PYTHON, salt, day);
    }

    /** In the night of a day, such as {@code 2025-08-12}. */
    static Sighting seen(Tagged image, String salt, String day) {
        return new Sighting(image, digest(salt), night(day), Optional.empty(), Optional.empty());
    }

    static Instant night(String day) {
        return Instant.parse(day + "T03:00:00Z");
    }
}
