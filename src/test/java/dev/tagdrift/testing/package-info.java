/** What tests of several packages need: one strong fake registry, and images to put into it. */
@NullMarked
package dev.tagdrift.testing;

import org.jspecify.annotations.NullMarked;
