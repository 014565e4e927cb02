/**
 * Digests into the files and out again, byte for byte.
 *
 * <p>Knows where in a file a digest can stand so that every build that reads the place takes the locked image, and why it
 * cannot. Imports {@code image}, {@code dockerfile}, {@code source} and {@code lockfile}.
 */
@NullMarked
package dev.tagdrift.pin;

import org.jspecify.annotations.NullMarked;
