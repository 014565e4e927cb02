/** How many requests, connections and round trips the program needs, measured at the jar as its users have it. */
@NullMarked
package dev.tagdrift.bench;

import org.jspecify.annotations.NullMarked;
