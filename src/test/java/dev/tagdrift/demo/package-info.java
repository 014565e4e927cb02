/** The embedded registry and its images, seen through the JDK's own HTTP client. */
@NullMarked
package dev.tagdrift.demo;

import org.jspecify.annotations.NullMarked;
