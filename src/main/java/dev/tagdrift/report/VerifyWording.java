package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.enforce.Verification;
import dev.tagdrift.enforce.Verification.AsLocked;
import dev.tagdrift.enforce.Verification.FromAnother;
import dev.tagdrift.enforce.Verification.FromElsewhere;
import dev.tagdrift.enforce.Verification.FromNothing;
import dev.tagdrift.enforce.Verification.Untold;
import dev.tagdrift.image.Platform;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.report.VerifyReport.Verified;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The words for what an image was built from. */
public final class VerifyWording {
    private final VerifyReport report;

    /** @param report what was found */
    public VerifyWording(VerifyReport report) {
        this.report = report;
    }

    /** What is as it should be, a line each. */
    public List<String> lines() {
        return report.verified().stream().flatMap(this::line).toList();
    }

    private Stream<String> line(Verified one) {
        return switch (one.verification()) {
            case AsLocked base ->
                Stream.of(named(one) + " was built from "
                        + Phrases.name(base.base().reference()) + ", "
                        + BaseWording.held(base.base()) + " at "
                        + Phrases.digest(base.base().digest()) + ": the lowest "
                        + base.layers() + " of its "
                        + Phrases.count(one.image().diffIds().size(), "layer")
                        + new EvidenceWording(one).beside(base));
            case FromNothing nothing ->
                Stream.of("nothing in " + named(one) + " was compared: what " + where()
                        + " builds ends in FROM scratch, so there is no base to verify");
            case FromAnother another -> Stream.empty();
            case FromElsewhere other -> Stream.empty();
            case Untold untold -> Stream.empty();
        };
    }

    private String named(Verified one) {
        return report.verified().size() == 1
                ? report.image()
                : report.image() + " (" + one.image().platform() + ")";
    }

    /** What is not, or cannot be told. */
    public List<Message> messages() {
        Optional<Message> unread = report.platforms().failure().map(this::unread);
        return Stream.of(
                        unread.stream(),
                        report.missing().stream().map(this::missing),
                        report.verified().stream().flatMap(this::ofBase))
                .flatMap(messages -> messages)
                .toList();
    }

    private Stream<Message> ofBase(Verified one) {
        return new BaseWording(one, named(one), where(), report.lockfile()).messages();
    }

    private Message missing(Platform platform) {
        return new Message(
                Kind.ERROR,
                Id.BASE_UNKNOWN,
                where(),
                "nobody can tell what " + code(report.image()) + " was built from for " + platform
                        + ": the image is not for that platform",
                List.of(),
                List.of("build it for the platform, or take that out of `--platform`"));
    }

    private Message unread(ResolutionFailure failure) {
        List<Fact> facts = new ArrayList<>(FailureWording.facts(failure));
        report.engine().ifPresent(why -> facts.add(Fact.of("engine", withoutEngine(why))));
        return new Message(
                Kind.ERROR,
                FailureWording.id(failure, Id.NOT_FOUND),
                "",
                FailureWording.sentence(failure, List.of(report.image())),
                facts,
                Stream.concat(engineHints(), FailureHints.of(failure).stream()).toList());
    }

    private static String withoutEngine(ResolutionFailure why) {
        return why instanceof NotFound ? "does not hold it" : FailureWording.sentence(why, List.of("it"));
    }

    /** Where no engine was asked, a registry may never have heard of the image. */
    private Stream<String> engineHints() {
        return report.engine().filter(NoEngine.class::isInstance).map(FailureHints::of).stream()
                .flatMap(List::stream)
                .map(hint -> "if only a local Docker engine has the image: " + hint);
    }

    /** Nobody names the Dockerfile, and there is none where a builder looks. */
    public static Message noDockerfile(List<String> names) {
        return UsageWording.usage(
                "there is no " + Phrases.codes(" or ", names) + " in this folder",
                List.of("name what the image was built from with `--dockerfile`"));
    }

    /** The Dockerfile has no such stage. */
    public static Message noStage(String dockerfile, String target) {
        return UsageWording.usage(
                code(dockerfile) + " has no stage " + code(target),
                List.of("name one of its stages, or its number from 0, with `--target`"));
    }

    private String where() {
        return report.line() > 0 ? report.dockerfile() + ":" + report.line() : report.dockerfile();
    }

    /** The count at the end. */
    public String summary() {
        if (report.verified().isEmpty()) {
            return report.image()
                    + (report.missing().isEmpty() ? " could not be read" : " is for no platform that is asked for");
        }
        List<String> parts = new ArrayList<>();
        add(parts, as("locked"), "from the locked base");
        add(parts, as("pinned"), "from the pinned base");
        add(parts, count(each -> each instanceof FromNothing), "without a base");
        add(parts, count(each -> each instanceof FromAnother || each instanceof FromElsewhere), "from something else");
        add(parts, count(each -> each instanceof Untold), "not known");
        return report.image() + " for " + Phrases.count(report.verified().size(), "platform") + ": "
                + String.join(", ", parts);
    }

    private long as(String held) {
        return count(each ->
                each instanceof AsLocked base && BaseWording.held(base.base()).equals(held));
    }

    private long count(Predicate<Verification> which) {
        return report.verified().stream()
                .map(Verified::verification)
                .filter(which)
                .count();
    }

    private static void add(List<String> parts, long number, String what) {
        if (number > 0) {
            parts.add(number + " " + what);
        }
    }

    /** One word for what was found. */
    static String word(Verification verification) {
        return switch (verification) {
            case AsLocked base -> "as-locked";
            case FromNothing nothing -> "from-nothing";
            case FromAnother another -> "from-another";
            case FromElsewhere other -> "from-elsewhere";
            case Untold untold -> "untold";
        };
    }
}
