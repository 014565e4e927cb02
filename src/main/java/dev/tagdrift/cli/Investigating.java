package dev.tagdrift.cli;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Departure;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.explain.BatchExplainer;
import dev.tagdrift.explain.Explainer;
import dev.tagdrift.explain.Explainer.Question;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.explain.Side;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.Explanations;
import dev.tagdrift.source.ImageUses;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Finds out why images are others now, for all that moved. */
final class Investigating {
    private final Registries registries;

    Investigating(Registries registries) {
        this.registries = registries;
    }

    /** What is to be asked about these images. */
    private static Map<Departure, Question> questions(List<Comparison> images) {
        Map<Departure, Question> questions = new LinkedHashMap<>();
        for (Comparison image : images) {
            for (Finding finding : image.findings()) {
                finding.departure()
                        .ifPresent(departure ->
                                questions.putIfAbsent(departure, question(departure, platforms(finding), image)));
            }
        }
        return questions;
    }

    /** By the digests that were compared: the tag may go on meanwhile. */
    private static Question question(Departure departure, List<Platform> platforms, Comparison image) {
        return new Question(
                new Digested(departure.image().repository(), departure.from()),
                new Digested(departure.image().repository(), departure.to()),
                platforms,
                Optional.of(image.locked()
                        .filter(locked -> locked.digest().equals(departure.from()))
                        .map(Investigating::remembered)
                        .orElse(new Side(departure.from(), Optional.empty(), Optional.empty(), Optional.empty()))),
                Optional.of(departure.image()));
    }

    static Side remembered(LockedImage locked) {
        return new Side(locked.digest(), locked.created(), locked.os().flatMap(OsRelease::parse), Optional.empty());
    }

    /** Those that have another image first: of the others there is nothing to tell. */
    private static List<Platform> platforms(Finding finding) {
        TreeSet<Platform> changed = new TreeSet<>();
        if (finding instanceof TagMoved moved) {
            moved.platforms().ifPresent(changes -> {
                changed.addAll(changes.changed());
                changed.removeAll(changes.gone());
            });
        }
        Stream<Platform> required =
                ImageUses.byName(finding.uses()).values().stream().flatMap(uses -> uses.required().stream());
        return Stream.concat(changed.stream(), required).distinct().toList();
    }

    Explanations explain(List<Comparison> images) {
        Map<Departure, Question> questions = questions(images);
        Progress progress = registries.progress();
        progress.explains(questions.size());
        Map<Question, Outcome> answers = new BatchExplainer(
                        new Explainer(registries.resolver(), registries.packages()), progress::answered)
                .explain(questions.values());
        Map<Departure, Outcome> outcomes = new LinkedHashMap<>();
        questions.forEach((departure, question) ->
                Optional.ofNullable(answers.get(question)).ifPresent(answer -> outcomes.put(departure, answer)));
        return new Explanations(outcomes);
    }
}
