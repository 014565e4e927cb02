package dev.tagdrift.testing;

import dev.tagdrift.dockerfile.DockerfileProblem;
import dev.tagdrift.dockerfile.StageError;
import dev.tagdrift.dockerfile.SyntaxError;
import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Ignores;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.report.LockfilePlace;
import dev.tagdrift.report.Past;
import dev.tagdrift.report.Report;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.settings.Ignore;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.Location;
import dev.tagdrift.source.ScanProblem;
import dev.tagdrift.source.ScannedFile;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A report that found each thing there is to find, for formats to tell. */
public final class EveryFinding {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 21);
    private static final LockedImage LOCKED = Locked.of(Resolved.index("locked"));

    /** Puts a text of the caller in the place of one that a stranger can choose. */
    private final UnaryOperator<String> stranger;

    private final EveryMove moves;

    private EveryFinding(UnaryOperator<String> stranger) {
        this.stranger = stranger;
        this.moves = new EveryMove(stranger);
    }

    /** All of it. */
    public static Report report() {
        return new EveryFinding(UnaryOperator.identity()).all();
    }

    /** All of it, with this wherever a stranger has a say: in paths, in files, in what a registry answers. */
    public static Report saying(String hostile) {
        return new EveryFinding(harmless -> hostile).all();
    }

    /** Two images, and nobody has locked yet. */
    public static Report withoutLockfile() {
        return new Report(
                LockfilePlace.usual("lockfiles/base-images.lock.json"),
                false,
                true,
                true,
                new Inventory(List.of(new ScannedFile("Dockerfile", List.of(), List.of())), true, List.of()),
                List.of(notLocked("node:20"), notLocked("python:3.12-slim")),
                new Judge(FailOn.DIGEST));
    }

    private static Comparison notLocked(String image) {
        return compared(new Finding.NotLocked(Uses.tag(image), List.of(Uses.of(image))));
    }

    private Report all() {
        return new Report(
                LockfilePlace.usual("lockfiles/base-images.lock.json"),
                true,
                true,
                true,
                new Inventory(
                        List.of(new ScannedFile(stranger.apply("web/Dockerfile"), List.of(), problems())),
                        true,
                        List.of()),
                images(),
                new Judge(FailOn.PLATFORM, ignores()),
                new TreeMap<>(),
                Past.NONE,
                moves.explanations());
    }

    private Ignores ignores() {
        return new Ignores(
                List.of(
                        ignore(2, "alpine:edge", "tag-moved"),
                        ignore(5, "private/old:1", "unreachable"),
                        ignore(9, "nobody/names:it", "tag-moved")),
                TODAY);
    }

    private Ignore ignore(int line, String image, String finding) {
        return new Ignore(
                line,
                Optional.of(image),
                Optional.empty(),
                List.of(finding),
                stranger.apply("rolling on purpose"),
                TODAY.plusDays(30));
    }

    private List<ImageUse> uses(String image, String... paths) {
        return Arrays.stream(paths)
                .map(path -> Uses.at(stranger.apply(path), path.length(), image))
                .toList();
    }

    private List<Comparison> images() {
        return Stream.of(moves.images(), held(), gone(), outOfStep(), unchecked())
                .flatMap(List::stream)
                .toList();
    }

    private List<Comparison> held() {
        return List.of(
                compared(new Finding.CacheDiffers(
                        Uses.tag("swift:6"),
                        uses("swift:6", "swift/Dockerfile"),
                        LOCKED,
                        List.of(Resolved.digest("held")),
                        Optional.of(LOCKED.digest()))),
                compared(new Finding.BuiltHere(
                        Uses.tag("own:1"), uses("own:1", "own/Dockerfile"), Resolved.digest("built"))),
                compared(new Finding.MixedOs(
                        Uses.tag("rust:1"),
                        uses("rust:1", "rust/Dockerfile"),
                        new OsRelease("debian", "13", "trixie"),
                        Uses.tag("debian:12"),
                        new OsRelease("debian", "12", "bookworm"),
                        new Location(stranger.apply("rust/Dockerfile"), 9))));
    }

    private List<Comparison> gone() {
        return List.of(
                compared(new Finding.PlatformMissing(
                        Uses.tag("debian:12"),
                        uses("debian:12", "deb/Dockerfile"),
                        new TreeSet<>(List.of(Resolved.platform("linux/s390x"))),
                        Resolved.digest("debian"))),
                compared(new Finding.TagVanished(Uses.tag("ruby:3"), uses("ruby:3", "web/Dockerfile"), LOCKED, true)));
    }

    private List<Comparison> outOfStep() {
        return List.of(
                compared(new Finding.Incomplete(
                        Uses.tag("nginx:1"),
                        uses("nginx:1", "web/Dockerfile"),
                        new TreeSet<>(List.of(Resolved.platform("linux/arm64"))))),
                compared(new Finding.NotLocked(Uses.tag("node:20"), uses("node:20", "web/Dockerfile"))),
                compared(new Finding.PinDisagrees(
                        Uses.tag("perl:5"),
                        uses("perl:5", "a/Dockerfile"),
                        Resolved.digest("pin"),
                        LOCKED.digest(),
                        true)),
                compared(new Finding.Unused(Uses.tag("zig:1"), LOCKED)),
                new Comparison(
                        Uses.tag("as/locked:1"),
                        uses("as/locked:1", "Dockerfile"),
                        Optional.of(LOCKED),
                        Optional.of(LOCKED.digest()),
                        List.of(),
                        List.of()));
    }

    private List<Comparison> unchecked() {
        return List.of(
                failed("private/app:1", new ResolutionFailure.NotFound("docker.io", false, false)),
                failed(
                        "private/b:1",
                        new ResolutionFailure.Denied(
                                "docker.io", ResolutionFailure.Denied.Login.SHOWN, stranger.apply("not for you"))),
                failed("many/a:1", new ResolutionFailure.RateLimited("docker.io", Optional.of(Instant.EPOCH))),
                failed("many/b:1", new ResolutionFailure.RateLimited("docker.io", Optional.of(Instant.EPOCH))),
                failed(
                        "mirrored/a:1",
                        new ResolutionFailure.AtMirror(
                                "mirror.example.com", new ResolutionFailure.NotFound("docker.io", true, false))),
                failed("private/old:1", unreachable()),
                failed(
                        "odd/a:1",
                        new ResolutionFailure.BadAnswer(
                                "ghcr.io", ResolutionFailure.BadAnswer.Flaw.STATUS, stranger.apply("status 418"))),
                failed("slow/a:1", new ResolutionFailure.TimedOut("quay.io", Duration.ofSeconds(30))),
                failed("slow/b:1", new ResolutionFailure.OutOfTime("quay.io", Duration.ofSeconds(600))),
                failed("slow/c:1", new ResolutionFailure.Interrupted("quay.io")),
                failed(
                        "local/a:1",
                        new ResolutionFailure.NoEngine(
                                "tcp://127.0.0.1:2375",
                                ResolutionFailure.NoEngine.Hindrance.NOT_RUNNING,
                                stranger.apply("Connection refused"))));
    }

    private ResolutionFailure unreachable() {
        return new ResolutionFailure.Unreachable(
                "old.example.com",
                ResolutionFailure.Unreachable.Obstacle.REFUSED,
                stranger.apply("old.example.com:443 connection refused"));
    }

    private static Comparison compared(Finding finding) {
        return new Comparison(
                finding.image(), finding.uses(), Optional.of(LOCKED), Optional.empty(), List.of(finding), List.of());
    }

    private Comparison failed(String image, ResolutionFailure failure) {
        return new Comparison(
                Uses.tag(image),
                uses(image, "private/Dockerfile"),
                Optional.of(LOCKED),
                Optional.empty(),
                List.of(),
                List.of(failure));
    }

    private List<ScanProblem> problems() {
        return List.of(
                problem(new DockerfileProblem.UnresolvedVariable(
                        3, stranger.apply("node:${NODE}"), stranger.apply("NODE"), Optional.empty(), List.of())),
                problem(new DockerfileProblem.UnresolvedVariable(
                        4, stranger.apply("node:${NODE}"), stranger.apply("NODE"), Optional.empty(), List.of())),
                problem(new DockerfileProblem.BadReference(
                        5,
                        stranger.apply("Node:$X"),
                        stranger.apply("Node:20"),
                        InvalidReferenceException.Reason.UPPER_CASE)),
                problem(new DockerfileProblem.BadSyntax(6, stranger.apply("FRM"), SyntaxError.UNKNOWN_INSTRUCTION)),
                problem(new DockerfileProblem.BadStage(7, stranger.apply("build"), StageError.LATER_STAGE)),
                problem(new DockerfileProblem.Template(8, stranger.apply("{{ image }}"))),
                new ScanProblem.Unreadable(
                        new Location(stranger.apply("locked/Dockerfile"), 1), ScanProblem.Reason.NO_PERMISSION));
    }

    private ScanProblem problem(DockerfileProblem problem) {
        return new ScanProblem.InDockerfile(new Location(stranger.apply("web/Dockerfile"), problem.line()), problem);
    }
}
