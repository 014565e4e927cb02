package dev.tagdrift.drift;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ImageUse;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What somebody decided not to be stopped by, looked at on one day. Pure. */
public final class Ignores {
    /** Nothing is ignored. */
    public static final Ignores NONE = new Ignores(List.of(), LocalDate.EPOCH);

    private final List<Ignore> rules;
    private final LocalDate today;

    /**
     * Looks at these.
     *
     * @param rules of the settings
     * @param today in UTC
     */
    public Ignores(List<Ignore> rules, LocalDate today) {
        this.rules = List.copyOf(rules);
        this.today = today;
    }

    /** The rule for a finding: one that holds, else one that did. */
    Optional<Ignored> of(Finding finding) {
        return of(Set.of(name(finding)), finding.image(), finding.uses());
    }

    /** The rule for what keeps an image from being checked, if one names just that. */
    public Optional<Ignored> of(ResolutionFailure failure, Comparison image) {
        return of(names(failure), image.image(), image.uses());
    }

    private static Set<String> names(ResolutionFailure failure) {
        return switch (failure) {
            // A check cannot tell these two apart.
            case ResolutionFailure.NotFound notFound -> Set.of("not-found", "denied");
            case ResolutionFailure.OutOfTime outOfTime -> Set.of("timed-out");
            case ResolutionFailure.AtMirror mirror -> names(mirror.reason());
            case ResolutionFailure other -> Set.of(name(other));
        };
    }

    private Optional<Ignored> of(Set<String> names, ImageReference image, List<ImageUse> uses) {
        List<Ignored> matching = rules.stream()
                .filter(rule -> rule.findings().stream().anyMatch(names::contains))
                .filter(rule -> covers(rule, image, uses))
                .map(rule -> new Ignored(rule, rule.holdsOn(today)))
                .toList();
        return matching.stream()
                .filter(Ignored::holds)
                .findFirst()
                .or(() -> matching.stream().findFirst());
    }

    /** A rule for files covers an image only if every file that names it is one of them. */
    private static boolean covers(Ignore rule, ImageReference image, List<ImageUse> uses) {
        boolean files = rule.file()
                .map(glob -> !uses.isEmpty()
                        && uses.stream()
                                .allMatch(
                                        use -> Glob.matches(glob, use.location().path())))
                .orElse(true);
        return files && named(rule, image);
    }

    private static boolean named(Ignore rule, ImageReference image) {
        return rule.image()
                .map(glob -> Stream.of(image.toString(), image.familiar()).anyMatch(name -> Glob.matches(glob, name)))
                .orElse(true);
    }

    /** The rules that no image and no file could be meant by. */
    public List<Ignore> unmatched(List<Comparison> images) {
        return rules.stream()
                .filter(rule -> images.stream().noneMatch(image -> named(rule, image.image()) && touches(rule, image)))
                .toList();
    }

    private static boolean touches(Ignore rule, Comparison image) {
        return rule.file()
                .map(glob -> image.uses().stream()
                        .anyMatch(use -> Glob.matches(glob, use.location().path())))
                .orElse(true);
    }

    /** One thing has one name everywhere: the record {@code TagMoved} is {@code tag-moved}. */
    private static String name(Object record) {
        return record.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }
}
