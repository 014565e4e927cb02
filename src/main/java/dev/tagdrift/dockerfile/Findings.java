package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.BuildStage.Root;
import dev.tagdrift.dockerfile.DockerfileProblem.BadReference;
import dev.tagdrift.dockerfile.DockerfileProblem.Template;
import dev.tagdrift.dockerfile.DockerfileProblem.UnresolvedVariable;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.InvalidReferenceException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects what a build pulls and what could not be known. */
final class Findings {
    private final Declarations declarations;
    private final NamedContexts contexts;
    private final Set<Pull> pulls = new LinkedHashSet<>();
    private final Set<DockerfileProblem> problems = new LinkedHashSet<>();
    private final Set<Span> handedDown = new HashSet<>();

    Findings(Declarations declarations, NamedContexts contexts) {
        this.declarations = declarations;
        this.contexts = contexts;
    }

    void add(DockerfileProblem problem) {
        problems.add(problem);
    }

    /** Notes that a stage takes over what was declared before the first FROM. */
    void handedDown(Value value) {
        handedDown.addAll(value.origins());
    }

    /**
     * Where an image is used.
     *
     * @param instruction that names it
     * @param stage the name of the stage that it stands in
     * @param platform that it is pulled for
     */
    record Use(Pull.Instruction instruction, Optional<String> stage, FromPlatform platform) {}

    /** Notes the image that a word names, or what a named context puts in its place; if it names none, why. */
    Root image(SourceText word, Value name, Use use) {
        Optional<ImageReference> reference = reference(word, name);
        if (reference.isEmpty()) {
            return new Root.Unknown();
        }
        Optional<String> source =
                contexts.source(reference.get().familiar(), use.platform().platform());
        return source.isPresent()
                ? context(word, source.get(), use)
                : pulled(word, reference.get(), name.origins(), use);
    }

    private Root pulled(SourceText word, ImageReference reference, List<Span> defaults, Use use) {
        pulls.add(pull(word, reference, defaults, use));
        return new Root.Image(reference, use.platform().platform());
    }

    /** Notes the image that reads the file: named contexts mean nothing there. */
    void frontend(SourceText word, Use use) {
        reference(word, Value.given(word.written()))
                .ifPresent(reference -> pulls.add(pull(word, reference, List.of(), use)));
    }

    /** Notes the image of a named context, if it is one. */
    Root context(SourceText word, String source, Use use) {
        return NamedContexts.image(source)
                .flatMap(image -> reference(word, Value.given(image)))
                .map(reference -> pulled(word, reference, List.of(), use))
                .orElse(new Root.Unknown());
    }

    /** Notes what is given on the command line only: the frontend of a build argument. */
    void given(String written, Use use) {
        try {
            ImageReference reference = ImageReference.parse(written);
            FromPlatform platform = use.platform();
            pulls.add(new Pull(
                    reference,
                    written,
                    new Span(0, 0),
                    1,
                    use.instruction(),
                    use.stage(),
                    platform.platform(),
                    platform.constant(),
                    List.of()));
        } catch (InvalidReferenceException e) {
            add(new BadReference(1, written, written, e.reason()));
        }
    }

    /** The reference that a value is; if it is none, that is noted. */
    Optional<ImageReference> reference(SourceText word, Value name) {
        try {
            return Optional.of(ImageReference.parse(name.text()));
        } catch (InvalidReferenceException e) {
            DockerfileProblem bad = new BadReference(word.line(), word.written(), name.text(), e.reason());
            if (couldBeForWantOfText(e.reason())) {
                unusable(word, name, bad);
            } else {
                add(bad);
            }
            return Optional.empty();
        }
    }

    private static Pull pull(SourceText word, ImageReference reference, List<Span> defaults, Use use) {
        return new Pull(
                reference,
                word.written(),
                word.span(),
                word.line(),
                use.instruction(),
                use.stage(),
                use.platform().platform(),
                use.platform().constant(),
                defaults);
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
                    word.line(),
                    word.written(),
                    missing.get(),
                    declarations.of(missing.get()),
                    declarations.visible()));
        } else if (value.text().contains("{{") || value.text().contains("<%")) {
            add(new Template(word.line(), word.written()));
        } else {
            add(otherwise);
        }
    }

    /** Everything in the order of the file. Of a template only that is told: the rest would be its consequences. */
    Pulls sorted(List<BuildStage> stages) {
        List<DockerfileProblem> byLine = problems.stream()
                .sorted(Comparator.comparingInt(DockerfileProblem::line))
                .toList();
        Optional<DockerfileProblem> template =
                byLine.stream().filter(Template.class::isInstance).findFirst();
        return new Pulls(
                pulls.stream().sorted(Comparator.comparing(Pull::span)).toList(),
                template.map(List::of).orElse(byLine),
                stages,
                handedDown);
    }
}
