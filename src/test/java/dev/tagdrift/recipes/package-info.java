/** Whether the recipes for CI systems can be copied: they are read by the schemas of their sites, and run. */
@NullMarked
package dev.tagdrift.recipes;

import org.jspecify.annotations.NullMarked;
