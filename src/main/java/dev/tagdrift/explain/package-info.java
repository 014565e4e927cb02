/**
 * What changed between two images of one tag: the release of the operating system, packages, configuration, layers.
 *
 * <p>May import {@code image} and {@code resolve}; sees commons-compress, zstd and Jackson.
 */
@NullMarked
package dev.tagdrift.explain;

import org.jspecify.annotations.NullMarked;
