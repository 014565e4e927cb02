package dev.tagdrift.dockerfile;

import java.util.List;

/**
 * A logical line, understood.
 *
 * @param keyword its first word
 * @param instruction what it says
 * @param words that a build expands besides
 * @param problems what BuildKit would refuse about it, whatever the build
 */
record Statement(SourceText keyword, Instruction instruction, List<Word> words, List<DockerfileProblem> problems) {}
