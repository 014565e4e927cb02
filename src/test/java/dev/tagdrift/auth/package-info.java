/** Which credential is found for which repository, by the configurations that real tools get wrong. */
@NullMarked
package dev.tagdrift.auth;

import org.jspecify.annotations.NullMarked;
