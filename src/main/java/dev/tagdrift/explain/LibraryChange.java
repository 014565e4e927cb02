package dev.tagdrift.explain;

import java.util.Optional;

/**
 * A shared library that is there no more: what was linked with it does not start.
 *
 * @param gone the library
 * @param successor what came in its place, if anything did
 */
public record LibraryChange(SharedLibrary gone, Optional<SharedLibrary> successor) {}
