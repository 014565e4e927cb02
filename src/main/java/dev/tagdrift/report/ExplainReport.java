package dev.tagdrift.report;

import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.explain.Outcome.Broken;
import dev.tagdrift.explain.Outcome.Explained;
import dev.tagdrift.explain.Outcome.NoSuchPlatform;
import dev.tagdrift.explain.Outcome.TagGone;
import dev.tagdrift.explain.Outcome.Unread;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.resolve.ResolutionFailure;
import java.util.List;
import java.util.Optional;

/**
 * What changed between two images, or why that cannot be told.
 *
 * @param locked the image before, as people write it
 * @param current the image now, likewise
 * @param outcome of comparing them
 * @param two whether they are any two images, of which none is locked
 * @param whole whether every package is named
 */
public record ExplainReport(String locked, String current, Outcome outcome, boolean two, boolean whole) {
    /** What is told, line by line. */
    public List<String> lines(TextRenderer renderer) {
        return told().map(told -> ToldText.lines(told, renderer)).orElse(List.of());
    }

    /**
     * What is told, for a comment on a pull request. Every package is named: a folded table takes no room.
     *
     * @param otherwise is told where nothing can be compared
     */
    public String markdown(Bulletin otherwise) {
        return outcome.found()
                .map(explanation -> words(explanation).told(true))
                .map(told -> mark() + ToldMarkdown.of(told, Markdown.COMMENT - BoundedText.size(mark())))
                .orElseGet(() -> Markdown.of(otherwise, Markdown.COMMENT));
    }

    /** By this a script finds the comment on these images again; no name of an image can end it. */
    private String mark() {
        return "<!-- tagdrift explain " + (two ? locked + " " : "") + current + " -->\n";
    }

    Optional<Told> told() {
        return outcome.found().map(explanation -> words(explanation).told(whole));
    }

    ExplainWording words(Explanation explanation) {
        return new ExplainWording(two ? Optional.of(locked) : Optional.empty(), current, explanation);
    }

    /** Why nothing can be told, if nothing can. */
    public List<Message> messages() {
        return switch (outcome) {
            case Explained explained -> List.of();
            case Unread(ImageReference reference, ResolutionFailure reason) ->
                List.of(new Message(
                        Kind.ERROR,
                        FailureWording.id(reason, Id.NOT_FOUND),
                        "",
                        FailureWording.sentence(reason, List.of(reference.familiar())),
                        FailureWording.facts(reason),
                        FailureHints.of(reason)));
            case Broken(String what) -> List.of(UsageWording.internal(what));
            case NoSuchPlatform none -> List.of(UsageWording.noSuchPlatform(none, two));
            case TagGone(Tagged tag, Digest digest) ->
                List.of(new Message(
                        Kind.ERROR,
                        Id.TAG_VANISHED,
                        "",
                        FindingWording.gone(tag),
                        List.of(Fact.of("locked", Phrases.digest(digest) + "  still there")),
                        List.of(FindingWording.keep(tag, digest))));
        };
    }

    /** The last line: how it was told. */
    public String summary() {
        return outcome.found()
                .map(explanation -> done(explanation) + explanation.platform())
                .orElse("nothing could be compared");
    }

    private static String done(Explanation explanation) {
        return explanation.content() instanceof NoCommonPlatform ? "nothing could be compared for " : "compared for ";
    }

    /** What the run ends with. */
    public int exitCode() {
        return switch (outcome) {
            case Explained explained -> ExitCode.OK;
            case NoSuchPlatform none -> ExitCode.ERROR;
            case Unread unread -> ExitCode.UNCHECKED;
            case Broken broken -> ExitCode.UNCHECKED;
            case TagGone gone -> ExitCode.UNCHECKED;
        };
    }
}
