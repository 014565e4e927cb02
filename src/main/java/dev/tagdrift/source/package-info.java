/**
 * Which files of the work tree name images, where, and for which platforms?
 *
 * <p>One scanner for each kind of file, and the {@link dev.tagdrift.source.Inventory} that they fill. Imports {@code
 * image}, {@code dockerfile} and {@code settings}; sees a gitignore matcher.
 */
@NullMarked
package dev.tagdrift.source;

import org.jspecify.annotations.NullMarked;
