/**
 * What does a reference mean now?
 *
 * <p>The ports to whatever can answer ({@link dev.tagdrift.resolve.ManifestStore}, {@link
 * dev.tagdrift.resolve.BlobStore}), the answers and failures as values, and the resolver that asks each reference once.
 * Imports {@code image} only; knows no HTTP.
 */
@NullMarked
package dev.tagdrift.resolve;

import org.jspecify.annotations.NullMarked;
