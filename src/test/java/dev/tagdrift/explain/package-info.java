/** Tests of what explains a change of image. */
@NullMarked
package dev.tagdrift.explain;

import org.jspecify.annotations.NullMarked;
