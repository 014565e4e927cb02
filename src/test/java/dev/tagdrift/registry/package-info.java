/** The registry client against one strong fake, its parts alone, and real servers. */
@NullMarked
package dev.tagdrift.registry;

import org.jspecify.annotations.NullMarked;
