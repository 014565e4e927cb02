/** What the distribution is rehearsed and tried with: a registry as they are out there. */
@NullMarked
package dev.tagdrift.dist;

import org.jspecify.annotations.NullMarked;
