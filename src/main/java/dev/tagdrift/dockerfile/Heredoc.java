package dev.tagdrift.dockerfile;

/**
 * A document that follows a line.
 *
 * @param terminator the line that ends it
 * @param indented whether tabs may stand before the terminator, as after {@code <<-}
 */
record Heredoc(String terminator, boolean indented) {}
