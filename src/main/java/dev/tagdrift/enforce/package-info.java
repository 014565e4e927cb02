/**
 * The lock at build time, and after it.
 *
 * <p>Exports tell a builder to take the locked digests while the Dockerfiles stay as they are; verification tells whether
 * a built image was built from them. Imports {@code image}, {@code resolve} and {@code lockfile}; Jackson only in codecs.
 */
@NullMarked
package dev.tagdrift.enforce;

import org.jspecify.annotations.NullMarked;
