/**
 * What does the local Docker engine hold?
 *
 * <p>Finds the engine as Docker's own command does, from values that are handed in, and asks it for images. Imports {@code
 * image} and {@code resolve}; sees docker-java, and Jackson in codecs.
 */
@NullMarked
package dev.tagdrift.daemon;

import org.jspecify.annotations.NullMarked;
