/**
 * Which images does this Dockerfile text pull, read as BuildKit reads it?
 *
 * <p>Four steps that know nothing of each other's business: bytes to logical lines, words, typed instructions, meaning.
 * Knows byte spans and lines; no paths, no registries. Imports {@code image} only.
 */
@NullMarked
package dev.tagdrift.dockerfile;

import org.jspecify.annotations.NullMarked;
