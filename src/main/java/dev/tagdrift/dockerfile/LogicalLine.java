package dev.tagdrift.dockerfile;

import java.util.List;

/**
 * The text of one instruction, and the documents that it opens.
 *
 * @param text joined from one or more lines of the file
 * @param documents that follow it
 */
record LogicalLine(SourceText text, List<Document> documents) {
    /**
     * The text of a heredoc.
     *
     * @param heredoc how it was opened
     * @param text between the opening line and the end
     */
    record Document(Heredoc heredoc, SourceText text) {}
}
