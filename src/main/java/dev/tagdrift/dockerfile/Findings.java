package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadReference;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.DockerfileProblem.UnresolvedVariable;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a build pulls and what could not be known. */
final class Findings {
    private final Declarations declarations;
    private final Set<Pull> pulls = new LinkedHashSet<>();
    private final Set<DockerfileProblem> problems = new LinkedHashSet<>();

    Findings(Declarations declarations) {
        this.declarations = declarations;
    }

    void add(DockerfileProblem problem) {
        problems.add(problem);
    }

    /** Notes the image that a word names; if it names none, why. */
    void image(SourceText word, Value name, Pull.Instruction kind, Optional<String> stage, FromPlatform platform) {
        String expanded = ByteText.readable(name.text());
        try {
            ImageReference reference = ImageReference.parse(expanded);
            pulls.add(new Pull(
                    reference,
                    word.written(),
                    word.span(),
                    word.line(),
                    kind,
                    stage,
                    platform.platform(),
                    platform.constant(),
                    name.origins()));
        } catch (InvalidReferenceException e) {
            DockerfileProblem bad = new BadReference(word.line(), word.written(), expanded, e.reason());
            if (couldBeForWantOfText(e.reason())) {
                unusable(word, name, bad);
            } else {
                add(bad);
            }
        }
    }

    /** Whether a variable without a value can be the reason: no text that is missing adds upper case or length. */
    private static boolean couldBeForWantOfText(InvalidReferenceException.Reason reason) {
        return switch (reason) {
            case UPPER_CASE, TOO_LONG -> false;
            case EMPTY, MALFORMED, BAD_TAG, BAD_DIGEST, LOOKS_LIKE_ID -> true;
        };
    }

    /** Notes that a value cannot be used: for want of a variable, if one has none; otherwise as the caller says. */
    void unusable(SourceText word, Value value, DockerfileProblem otherwise) {
        Optional<String> missing = value.missing();
        if (missing.isPresent()) {
            add(new UnresolvedVariable(
                    word.line(), word.written(), ByteText.readable(missing.get()), declarations.of(missing.get())));
        } else if (value.text().contains("{{") || value.text().contains("<%")) {
            add(new Template(word.line(), word.written()));
        } else {
            add(otherwise);
        }
    }

    /** Everything in the order of the file. Of a template only that is told: the rest would be its consequences. */
    Pulls sorted() {
        List<DockerfileProblem> byLine = problems.stream()
                .sorted(Comparator.comparingInt(DockerfileProblem::line))
                .toList();
        Optional<DockerfileProblem> template =
                byLine.stream().filter(Template.class::isInstance).findFirst();
        return new Pulls(
                pulls.stream().sorted(Comparator.comparing(Pull::span)).toList(),
                template.map(List::of).orElse(byLine));
    }
}
