/**
 * When was which digest seen?
 *
 * <p>The model of what nights have seen, pure statistics over it, and the file that keeps it from one night to the next.
 * Imports {@code image}; Jackson only in the codec.
 */
@NullMarked
package dev.tagdrift.history;

import org.jspecify.annotations.NullMarked;
