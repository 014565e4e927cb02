/**
 * What does it look like, without a network?
 *
 * <p>A small OCI registry with synthetic images on the JDK's HTTP server. Imports {@code image} only; sees Jackson. The
 * tests' fake registry is built on it: there is one such server, not two.
 */
@NullMarked
package dev.tagdrift.demo;

import org.jspecify.annotations.NullMarked;
