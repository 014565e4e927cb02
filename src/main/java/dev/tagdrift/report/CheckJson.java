package dev.tagdrift.report;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Ignored;
import dev.tagdrift.drift.PlatformChanges;
import dev.tagdrift.drift.Verdict;
import dev.tagdrift.explain.Cause;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.Outcome;
import dev.tagdrift.explain.Outcome.Broken;
import dev.tagdrift.explain.Outcome.Explained;
import dev.tagdrift.explain.Outcome.NoSuchPlatform;
import dev.tagdrift.explain.Outcome.TagGone;
import dev.tagdrift.explain.Outcome.Unread;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.resolve.Quota;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ScanProblem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a check found, as JSON; docs/reference/check.schema.json tells the shape. */
public final class CheckJson {
    private final Report report;
    private final JsonText json;
    private final FindingWording findings;
    private final HistoryJson history;

    private CheckJson(Report report, JsonText json) {
        this.report = report;
        this.json = json;
        this.findings = new FindingWording(report.lockfile(), report.past(), report.explanations());
        this.history = new HistoryJson(report.past(), json);
    }

    /**
     * The document.
     *
     * @param exitCode what the run ends with
     */
    public static String of(Report report, int exitCode) {
        return JsonText.of(json -> new CheckJson(report, json).write(exitCode));
    }

    private void write(int exitCode) throws IOException {
        json.field("exitCode", exitCode);
        json.objectField("lockfile", () -> {
            json.field("path", report.lockfile().path());
            json.field("present", report.locked());
        });
        json.field("online", report.online());
        json.objectField("counts", this::counts);
        json.objects("images", report.images(), this::image);
        List<Optional<Verdict>> told = new ArrayList<>();
        if (report.nothingLocked()) {
            told.add(Optional.empty());
        }
        report.told().forEach(verdict -> told.add(Optional.of(verdict)));
        json.objects("findings", told, verdict -> {
            if (verdict.isPresent()) {
                finding(verdict.get());
            } else {
                noLockfile();
            }
        });
        json.objects("problems", problems(), JsonText.Content::write);
        json.objects(
                "unchecked",
                Stream.of(false, true)
                        .flatMap(ignored -> report.unchecked(ignored).entrySet().stream())
                        .toList(),
                entry -> unchecked(entry.getKey(), entry.getValue()));
        if (!report.quotas().isEmpty()) {
            json.objects("quotas", report.quotas().entrySet(), entry -> quota(entry.getKey(), entry.getValue()));
        }
    }

    private void counts() throws IOException {
        json.field("files", report.inventory().files().size());
        json.field("images", report.images().size());
        for (Status status : Status.values()) {
            json.field(
                    status.toString(),
                    report.images().stream()
                            .filter(image -> status == status(image))
                            .count());
        }
        json.field("problems", report.inventory().problems().size());
    }

    private void image(Comparison image) throws IOException {
        json.field("reference", image.image().toString());
        json.field("status", status(image).toString());
        json.texts("findings", image.findings().stream().map(FindingWording::id).toList());
        json.field("locked", image.locked().map(LockedImage::digest));
        json.field("current", image.current());
        json.field("holds", CheckWording.mobility(image));
        history.image(image);
        json.uses(image.uses());
    }

    private Status status(Comparison image) {
        return Status.of(
                image.findings().stream().map(report.judge()::judge).toList(),
                !image.failures().isEmpty());
    }

    private void noLockfile() throws IOException {
        Message message = CheckWording.noLockfile(report.lockfile());
        json.field("id", message.id().toString());
        json.field("kind", message.kind().toString());
        json.field("fails", true);
        json.field("reference", Optional.empty());
        json.words(message);
        json.uses(List.of());
    }

    private void finding(Verdict verdict) throws IOException {
        Message message = findings.message(verdict);
        json.field("id", message.id().toString());
        json.field("kind", message.kind().toString());
        json.field("fails", verdict.fails());
        json.field("reference", verdict.finding().image().toString());
        json.words(message);
        if (verdict.finding() instanceof TagMoved moved) {
            moved(moved);
        }
        explained(verdict.finding());
        history.since(verdict.finding());
        ignored(verdict.ignored());
        json.uses(verdict.finding().uses());
    }

    private void explained(Finding finding) throws IOException {
        Optional<Cause> cause = report.explanations().cause(finding);
        if (cause.isPresent()) {
            json.field("cause", ExplainJson.word(cause.get()));
        }
        Optional<Explanation> explanation = report.explanations().explained(finding);
        if (explanation.isPresent()) {
            String verdict = ShiftWording.words(finding, explanation.get()).verdict();
            json.objectField("explanation", () -> new ExplainJson(json).write(verdict, explanation.get()));
        }
        Optional<Outcome> outcome = report.explanations().of(finding);
        if (outcome.isPresent()) {
            notExplained(outcome.get());
        }
    }

    private void notExplained(Outcome outcome) throws IOException {
        switch (outcome) {
            case Explained explained -> {}
            case Unread(ImageReference image, ResolutionFailure reason) ->
                notExplained(
                        FailureWording.id(reason, Id.NOT_FOUND),
                        FailureWording.sentence(reason, List.of(image.familiar())));
            case Broken(String what) -> notExplained(Id.INTERNAL, UsageWording.broken(what));
            case NoSuchPlatform none -> notExplained(Id.PLATFORM_MISSING, UsageWording.lacking(none));
            // What moved is asked for by digest.
            case TagGone gone -> {}
        }
    }

    private void notExplained(Id id, String message) throws IOException {
        json.objectField("notExplained", () -> {
            json.field("id", id.toString());
            json.field("message", message);
        });
    }

    private void moved(TagMoved moved) throws IOException {
        json.objectField("os", () -> {
            json.field("locked", moved.locked().os());
            json.field("current", moved.os());
        });
        if (moved.platforms().isPresent()) {
            PlatformChanges platforms = moved.platforms().get();
            json.objectField("platforms", () -> {
                json.texts("changed", platforms.changed());
                json.texts("same", platforms.same());
                json.texts("gone", platforms.gone());
            });
        }
    }

    private List<JsonText.Content> problems() {
        Stream<JsonText.Content> scan = report.inventory().problems().stream().map(problem -> () -> problem(problem));
        Stream<JsonText.Content> past = report.past().errors().map(message -> () -> json.problem(message));
        return Stream.concat(scan, past).toList();
    }

    private void problem(ScanProblem problem) throws IOException {
        Message message = ProblemWording.message(problem);
        json.field("id", message.id().toString());
        json.field("path", problem.location().path());
        json.field("line", problem.location().line());
        json.words(message);
    }

    private void unchecked(ResolutionFailure failure, List<Comparison> images) throws IOException {
        List<String> names =
                images.stream().map(image -> image.image().familiar()).toList();
        json.field("id", FailureWording.id(failure, Id.DENIED).toString());
        json.field("registry", failure.registry());
        if (failure instanceof ResolutionFailure.AtMirror at) {
            json.field("mirror", at.mirror());
        }
        json.field("message", FailureWording.sentence(failure, names));
        json.facts(FailureWording.facts(failure));
        json.texts("hints", FailureHints.of(failure));
        json.texts("references", images.stream().map(Comparison::image).toList());
        ignored(report.judge().ignores().of(failure, images.getFirst()));
    }

    private void ignored(Optional<Ignored> ignored) throws IOException {
        Optional<Ignore> rule = ignored.filter(Ignored::holds).map(Ignored::rule);
        if (rule.isPresent()) {
            json.objectField("ignored", () -> {
                json.field("until", rule.get().until().toString());
                json.field("reason", rule.get().reason());
            });
        }
    }

    private void quota(String registry, Quota quota) throws IOException {
        json.field("registry", registry);
        json.field("remaining", quota.remaining());
        if (quota.limit().isPresent()) {
            json.field("limit", quota.limit().get());
        }
        if (quota.seconds().isPresent()) {
            json.field("seconds", quota.seconds().get());
        }
    }
}
