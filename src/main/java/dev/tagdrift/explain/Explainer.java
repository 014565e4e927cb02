package dev.tagdrift.explain;

import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Outcome.Explained;
import dev.tagdrift.explain.Outcome.NoSuchPlatform;
import dev.tagdrift.explain.Outcome.TagGone;
import dev.tagdrift.explain.Outcome.Unread;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.TagMobility;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.resolve.Snapshot;
import dev.tagdrift.resolve.SnapshotStore;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what changed between two images.
 *
 * <p>In this order, each step only if the one before was answered: the image now, and the platform that stands for it;
 * the image before, for the same platform; what is installed in both; tags that move less.
 */
public final class Explainer {
    private final SnapshotStore images;
    private final PackageReader packages;

    /**
     * An explainer on top of these.
     *
     * @param images asked for what references name
     * @param packages asked for what is installed
     */
    public Explainer(SnapshotStore images, PackageReader packages) {
        this.images = images;
        this.packages = packages;
    }

    /**
     * Two images to compare.
     *
     * @param locked the image before
     * @param current the image now
     * @param platforms the first of them that the image now has is compared, rather one whose image changed
     * @param remembered what is known of the image before, should it be gone
     * @param name the tag, of which one that moves less is wanted
     */
    public record Question(
            ImageReference locked,
            ImageReference current,
            List<Platform> platforms,
            Optional<Side> remembered,
            Optional<Tagged> name) {
        /** Copies the list. */
        public Question {
            platforms = List.copyOf(platforms);
        }

        /** The first of its platforms that the image is for. */
        Optional<Platform> offered(Snapshot image) {
            return platforms.stream()
                    .filter(wanted -> image.platforms().stream().anyMatch(wanted::accepts))
                    .findFirst();
        }

        /** Whether another platform stands for the image, which nobody asked about. */
        boolean isNotOffered(Snapshot image) {
            return !platforms.isEmpty() && offered(image).isEmpty();
        }

        /** The same about one platform. */
        Question of(Platform platform) {
            return new Question(locked, current, List.of(platform), remembered, name);
        }
    }

    /** What changed; or which image could not be read, and why. */
    public Outcome explain(Question question) {
        Answer<Snapshot> current = images.snapshot(question.current(), question.platforms());
        return switch (current.then(Snapshot::main)) {
            case Failed<PlatformImage>(ResolutionFailure reason) ->
                tagGone(question, reason).orElseGet(() -> new Unread(question.current(), reason));
            case Found<PlatformImage>(PlatformImage main) ->
                explain(question, current.found().orElseThrow(), main);
        };
    }

    /** The registry's word that it does not have the tag proves it where it shows the locked image all the same. */
    private Optional<Outcome> tagGone(Question question, ResolutionFailure reason) {
        return question.remembered().isPresent() && isGone(reason) && question.current() instanceof Tagged tag
                ? images.digest(question.locked()).map(locked -> new TagGone(tag, locked))
                : Optional.empty();
    }

    private Outcome explain(Question question, Snapshot current, PlatformImage main) {
        Platform platform = main.config().platform();
        List<Platform> comparable =
                question.isNotOffered(current) ? question.platforms() : comparable(question, platform);
        Answer<Snapshot> locked = images.snapshot(question.locked(), comparable);
        return switch (locked.then(Snapshot::main)) {
            case Found<PlatformImage>(PlatformImage image) ->
                explain(question, new Both(locked.found().orElseThrow(), image, current, main));
            case Failed<PlatformImage>(ResolutionFailure reason)
            when isGone(reason) && question.remembered().isPresent() ->
                new Explained(gone(question, question.remembered().get(), current, main));
            case Failed<PlatformImage>(ResolutionFailure reason) -> new Unread(question.locked(), reason);
        };
    }

    private Explanation gone(Question question, Side remembered, Snapshot current, PlatformImage main) {
        return question.isNotOffered(current)
                ? withdrawn(question.platforms().getFirst(), remembered, current, PlatformChanges.NONE)
                : new Explanation(
                        main.config().platform(),
                        remembered,
                        side(question, current, main),
                        new LockedGone(),
                        PlatformChanges.NONE,
                        betterTag(question, current, main));
    }

    /** The image now is not for the platform. */
    private static Explanation withdrawn(Platform platform, Side locked, Snapshot current, PlatformChanges platforms) {
        return new Explanation(
                platform,
                locked,
                Side.bare(current.image().digest()),
                new NoCommonPlatform(true),
                platforms,
                Optional.empty());
    }

    /** Another platform never stands in for those that are asked for. */
    private Outcome explain(Question question, Both both) {
        if (!question.isNotOffered(both.current())) {
            return explainOffered(question, both);
        }
        Snapshot locked = both.locked();
        return question.offered(locked)
                .<Outcome>map(platform -> new Explained(
                        withdrawn(platform, side(question, locked, both.before()), both.current(), both.platforms())))
                .orElseGet(() -> new NoSuchPlatform(
                        question.platforms(), locked.platforms(), both.current().platforms()));
    }

    /** Where the first platform has the same image as before, one that was asked for as well may have another. */
    private Outcome explainOffered(Question question, Both both) {
        return Optional.of(both)
                .filter(images -> images.same() && question.platforms().size() > 1)
                .flatMap(same -> rebuilt(question, same))
                .map(platform -> explain(question.of(platform)))
                .orElseGet(() -> new Explained(compare(question, both)));
    }

    private static Optional<Platform> rebuilt(Question question, Both both) {
        return both.platforms().rebuilt().stream()
                .filter(platform -> question.platforms().stream().anyMatch(wanted -> wanted.accepts(platform)))
                .findFirst();
    }

    /** What the same build would have taken: the platform that was asked for, else that of the image now. */
    private static List<Platform> comparable(Question question, Platform platform) {
        return Stream.concat(
                        question.platforms().stream().filter(wanted -> wanted.accepts(platform)),
                        Stream.of(
                                platform, new Platform(platform.os(), platform.architecture(), platform.variant(), "")))
                .toList();
    }

    /** The repository has just answered, so its own word that it does not have the digest is believed; a mirror's is not. */
    private static boolean isGone(ResolutionFailure reason) {
        return reason instanceof NotFound notFound && notFound.said();
    }

    /** Two images that were read. */
    private record Both(Snapshot locked, PlatformImage before, Snapshot current, PlatformImage now) {
        boolean same() {
            return before.manifest().digest().equals(now.manifest().digest());
        }

        /** Another variant of the processor, or another version of Windows, is a change of the image. */
        boolean areForOneMachine() {
            Platform was = before.config().platform();
            Platform is = now.config().platform();
            return was.os().equals(is.os()) && was.architecture().equals(is.architecture());
        }

        PlatformChanges platforms() {
            return PlatformChanges.between(locked.image(), current.image());
        }
    }

    private Explanation compare(Question question, Both both) {
        return new Explanation(
                both.now().config().platform(),
                both.areForOneMachine()
                        ? side(question, both.locked(), both.before())
                        : Side.bare(both.locked().image().digest()),
                side(question, both.current(), both.now()),
                content(question, both),
                both.platforms(),
                betterTag(question, both.current(), both.now()));
    }

    private Content content(Question question, Both both) {
        if (!both.areForOneMachine()) {
            return new NoCommonPlatform(false);
        }
        return new Compared(
                both.same(),
                ConfigChange.between(both.before().config(), both.now().config()),
                LayerChanges.between(
                        both.before().manifest().layers(), both.now().manifest().layers()),
                both.same() ? PackageComparison.NOT_READ : packages(question, both));
    }

    private PackageComparison packages(Question question, Both both) {
        Repository before = question.locked().repository();
        Repository now = question.current().repository();
        return new PackageComparison(
                        packages.packages(before, both.locked().image(), both.before()),
                        packages.packages(now, both.current().image(), both.now()))
                .alike(() -> packages.recorded(before, both.before()), () -> packages.recorded(now, both.now()));
    }

    private static Side side(Question question, Snapshot image, PlatformImage main) {
        return new Side(
                image.image().digest(),
                main.config().created(),
                image.os(),
                question.name().flatMap(name -> Software.of(name, main.config().run())));
    }

    /** The first of some likely tags that is there and names the same; where none moves less, nobody is asked. */
    private Optional<Tagged> betterTag(Question question, Snapshot current, PlatformImage main) {
        return question.name().stream()
                .flatMap(name -> TagCandidates.of(
                        name,
                        Software.of(name, main.config().run()).map(Software::version),
                        current.os().filter(release -> !isOf(release, name)).flatMap(Explainer::word))
                        .stream())
                .filter(tag ->
                        images.digest(tag).equals(Optional.of(current.image().digest())))
                .findFirst();
    }

    /** The version of {@code debian:12} is the release, which no tag of it names twice. */
    private static boolean isOf(OsRelease release, Tagged name) {
        String path = name.repository().path();
        return path.substring(path.lastIndexOf('/') + 1).equals(release.id());
    }

    /** How tags name a release. */
    private static Optional<String> word(OsRelease release) {
        String word = release.codename().isEmpty() ? release.id() + release.version() : release.codename();
        return Optional.of(word).filter(TagMobility::namesRelease);
    }
}
