/**
 * The committed record of which digest each tag named.
 *
 * <p>Model, canonical codec, atomic store and planner; the planner is pure. Imports {@code image}, {@code source} and
 * {@code resolve}; Jackson only in the codec.
 */
@NullMarked
package dev.tagdrift.lockfile;

import org.jspecify.annotations.NullMarked;
