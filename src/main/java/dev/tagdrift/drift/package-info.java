/**
 * What differs, and does it matter?
 *
 * <p>Pure functions: files, lockfile and registries' answers are compared image by image, and what is found is judged by
 * what the user wants to fail on. Imports {@code image}, {@code source}, {@code settings}, {@code resolve} and {@code
 * lockfile}.
 */
@NullMarked
package dev.tagdrift.drift;

import org.jspecify.annotations.NullMarked;
