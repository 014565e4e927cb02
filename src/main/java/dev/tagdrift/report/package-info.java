/**
 * Telling: what a command found, in the words and the format that its reader needs.
 *
 * <p>{@link dev.tagdrift.report.Wording} holds every sentence the user reads; one renderer for each format. Imports the
 * values of all packages that find something; Jackson in the JSON renderers.
 */
@NullMarked
package dev.tagdrift.report;

import org.jspecify.annotations.NullMarked;
