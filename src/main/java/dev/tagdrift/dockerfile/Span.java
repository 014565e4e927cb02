package dev.tagdrift.dockerfile;

/**
 * A range of bytes in the original file.
 *
 * @param start offset of the first byte, from 0
 * @param end offset behind the last byte
 */
public record Span(int start, int end) {}
