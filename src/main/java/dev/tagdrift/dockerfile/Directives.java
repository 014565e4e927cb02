package dev.tagdrift.dockerfile;

import java.util.Optional;

/**
 * What the parser directives at the head of a file say.
 *
 * @param escape the escape character, which also continues lines
 * @param syntax the image that reads the file
 * @param foreign whether only that image can read the file, which is then no Dockerfile
 * @param problem the directive that BuildKit refuses
 */
record Directives(
        char escape, Optional<SourceText> syntax, boolean foreign, Optional<DockerfileProblem.BadSyntax> problem) {}
