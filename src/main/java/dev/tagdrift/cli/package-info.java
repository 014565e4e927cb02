/**
 * The commands, and the place where everything is put together.
 *
 * <p>The only package that sees picocli, the environment, {@code System} and the clock; it hands them down as values.
 * Imports everything.
 */
@NullMarked
package dev.tagdrift.cli;

import org.jspecify.annotations.NullMarked;
