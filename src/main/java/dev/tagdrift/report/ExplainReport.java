package dev.tagdrift.report;

import dev.tagdrift.explain.Explanation;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two images, or why that cannot be told.
 *
 * @param locked the image before, as people write it
 * @param current the image now, likewise
 * @param answer the explanation
 * @param whole whether every package is named
 */
public record ExplainReport(String locked, String current, Answer<Explanation> answer, boolean whole) {
    /** What is told, line by line. */
    public List<String> lines() {
        return told().map(ToldText::lines).orElse(List.of());
    }

    Optional<Told> told() {
        return answer.found().map(explanation -> new ExplainWording(current, explanation).told(whole));
    }

    /** Why nothing can be told, if nothing can. */
    public List<Message> messages() {
        return answer.failure().map(this::message).stream().toList();
    }

    private Message message(ResolutionFailure failure) {
        return new Message(
                Kind.ERROR,
                FailureWording.id(failure, Id.NOT_FOUND),
                "",
                FailureWording.sentence(failure, List.of(current)),
                FailureWording.facts(failure),
                FailureHints.of(failure));
    }

    /** The last line: how it was told. */
    public String summary() {
        return answer.found()
                .map(explanation -> "compared for " + explanation.platform())
                .orElse("nothing could be compared");
    }

    /** What the run ends with. */
    public int exitCode() {
        return answer.failure().isPresent() ? ExitCode.UNCHECKED : ExitCode.OK;
    }
}
