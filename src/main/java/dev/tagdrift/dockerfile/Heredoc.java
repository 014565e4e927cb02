package dev.tagdrift.dockerfile;

/**
 * A document that follows a line.
 *
 * @param terminator the line that ends it
 * @param indented whether tabs may stand before the terminator, as after {@code <<-}
 * @param expanded whether variables are replaced in it: not if the terminator is quoted
 */
record Heredoc(String terminator, boolean indented, boolean expanded) {}
