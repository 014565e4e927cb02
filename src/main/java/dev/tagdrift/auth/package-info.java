/**
 * Which credential belongs to this repository?
 *
 * <p>Reads what {@code docker login} left behind. Imports {@code image}; sees Jackson in its codec. Reads no environment:
 * paths are handed in.
 */
@NullMarked
package dev.tagdrift.auth;

import org.jspecify.annotations.NullMarked;
