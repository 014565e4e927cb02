/**
 * What did the user configure?
 *
 * <p>{@code tagdrift.yaml} as one immutable value. Imports {@code image} only; sees a YAML parser.
 */
@NullMarked
package dev.tagdrift.settings;

import org.jspecify.annotations.NullMarked;
