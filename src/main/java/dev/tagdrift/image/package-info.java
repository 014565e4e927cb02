/**
 * What is an image called, and what does the name stand for?
 *
 * <p>Values only: names, digests, platforms and what a registry holds under them. Imports no other package of tagdrift
 * and no library.
 */
@NullMarked
package dev.tagdrift.image;

import org.jspecify.annotations.NullMarked;
