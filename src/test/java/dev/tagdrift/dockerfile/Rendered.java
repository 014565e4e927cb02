package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadReference;
import dev.tagdrift.dockerfile.DockerfileProblem.BadStage;
import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.DockerfileProblem.UnresolvedVariable;

/** The result of an evaluation in a form that people can read and compare. */
final class Rendered {
    private Rendered() {}

    static String of(Pulls pulls) {
        StringBuilder text = new StringBuilder();
        pulls.pulls().forEach(pull -> text.append(line(pull)).append('\n'));
        pulls.problems().forEach(problem -> text.append(line(problem)).append('\n'));
        return text.toString();
    }

    private static String line(Pull pull) {
        return pull.line() + " " + pull.instruction() + " " + pull.reference() + " <" + pull.written() + "> "
                + pull.platform() + (pull.platformConstant() ? "!" : "")
                + pull.stage().map(name -> " in " + name).orElse("");
    }

    private static String line(DockerfileProblem problem) {
        return problem.line() + " PROBLEM <" + problem.written() + "> "
                + switch (problem) {
                    case UnresolvedVariable unresolved ->
                        "unresolved " + unresolved.variable()
                                + unresolved
                                        .declared()
                                        .map(at -> " declared " + at.line() + (at.beforeFirstFrom() ? "" : " too late"))
                                        .orElse("");
                    case BadReference bad -> "bad reference <" + bad.expanded() + "> " + bad.reason();
                    case BadSyntax bad -> "bad syntax " + bad.reason();
                    case BadStage bad -> "bad stage " + bad.reason();
                    case Template template -> "template";
                };
    }
}
