package dev.tagdrift.drift;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Location;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;

/** Something about an image that its users should know. */
public sealed interface Finding {
    /** The image: a tag, or a digest alone. */
    ImageReference image();

    /** Where the files name the image, those places that the finding concerns; empty if none does. */
    List<ImageUse> uses();

    /** From where to where the tag went, if that is what it is about. */
    default Optional<Departure> departure() {
        return switch (this) {
            case TagMoved moved ->
                Optional.of(new Departure(
                        moved.image(), moved.locked().digest(), moved.current().digest()));
            case PinBehind behind ->
                Optional.of(new Departure(
                        behind.image(), behind.pinned(), behind.current().digest()));
            case DigestVanished vanished ->
                vanished.image() instanceof Tagged tag
                        ? vanished.current().map(now -> new Departure(tag, vanished.digest(), now.digest()))
                        : Optional.empty();
            case Drift drift -> Optional.empty();
            case Stale stale -> Optional.empty();
            case Note note -> Optional.empty();
        };
    }

    /** What was locked and what is in the registry are not the same. */
    sealed interface Drift extends Finding {}

    /** Files and lockfile are not in step. */
    sealed interface Stale extends Finding {}

    /** Good to know, and no reason to fail. */
    sealed interface Note extends Finding {}

    /**
     * The tag names another digest than the locked one.
     *
     * @param image the tag
     * @param uses that take what the tag names
     * @param alsoPinned whether other uses hold the tag to a digest
     * @param locked what is locked
     * @param current what the tag names now
     * @param built when the current image was built, if that could be learned
     * @param os the release of the system in the current image, if that could be learned
     * @param platforms whose image is another now; empty if that could not be learned
     */
    record TagMoved(
            Tagged image,
            List<ImageUse> uses,
            boolean alsoPinned,
            LockedImage locked,
            Descriptor current,
            Optional<Instant> built,
            Optional<OsRelease> os,
            Optional<PlatformChanges> platforms)
            implements Drift {
        /** Whether one of the platforms that matter is known to have another image, or nothing is known. */
        public boolean concernsYou() {
            return platforms.map(changes -> !changes.changed().isEmpty()).orElse(true);
        }

        /** Whether the release of the system is known to be another one, for one of the platforms that matter. */
        public boolean changesRelease() {
            return concernsYou()
                    && locked.os()
                            .flatMap(OsRelease::parse)
                            .flatMap(before -> os.map(now -> !before.isSame(now)))
                            .orElse(false);
        }

        /** Whether one of the two releases of the system is not known. */
        public boolean releaseUnknown() {
            return concernsYou()
                    && (os.isEmpty() || locked.os().flatMap(OsRelease::parse).isEmpty());
        }

        /** Whether the release of the system is known to be the locked one. A platform that is gone has none any more. */
        public boolean keepsRelease() {
            boolean complete =
                    platforms.map(changes -> changes.gone().isEmpty()).orElse(true);
            Optional<OsRelease> before = locked.os().flatMap(OsRelease::parse);
            return !concernsYou()
                    || (complete
                            && before.flatMap(known -> os.map(known::isSame)).orElse(false));
        }
    }

    /**
     * The tag is gone.
     *
     * @param image the tag
     * @param uses that take what the tag names
     * @param locked what is locked
     * @param lockedExists whether the locked digest still answers
     */
    record TagVanished(Tagged image, List<ImageUse> uses, LockedImage locked, boolean lockedExists) implements Drift {}

    /**
     * A digest that is locked or pinned is gone: builds from it will break.
     *
     * @param image the tag, or the digest alone
     * @param uses that need the digest
     * @param digest that is gone
     * @param current what the tag names now, if it names anything
     * @param locked what the lockfile knows of it, if it is the locked one
     */
    record DigestVanished(
            ImageReference image,
            List<ImageUse> uses,
            Digest digest,
            Optional<Descriptor> current,
            Optional<LockedImage> locked)
            implements Drift {
        /** One that the lockfile knows nothing of. */
        public DigestVanished(ImageReference image, List<ImageUse> uses, Digest digest, Optional<Descriptor> current) {
            this(image, uses, digest, current, Optional.empty());
        }
    }

    /**
     * The image does not have a platform that is built for.
     *
     * @param image the tag
     * @param uses that need the platform
     * @param platforms that are not there
     * @param digest of the image that does not have them
     */
    record PlatformMissing(Tagged image, List<ImageUse> uses, SortedSet<Platform> platforms, Digest digest)
            implements Drift {}

    /**
     * The lockfile does not know the image.
     *
     * @param image the tag
     * @param uses of it
     */
    record NotLocked(Tagged image, List<ImageUse> uses) implements Stale {}

    /**
     * The entry lacks a platform that is built for.
     *
     * @param image the tag
     * @param uses that need the platform
     * @param platforms that the entry lacks
     */
    record Incomplete(Tagged image, List<ImageUse> uses, SortedSet<Platform> platforms) implements Stale {}

    /**
     * No file names the image.
     *
     * @param image the tag
     * @param locked what is locked
     */
    record Unused(Tagged image, LockedImage locked) implements Stale {
        @Override
        public List<ImageUse> uses() {
            return List.of();
        }
    }

    /**
     * A file pins the tag to another digest than the locked one.
     *
     * @param image the tag
     * @param uses that pin it so
     * @param pinned the digest in the file
     * @param locked the digest in the lockfile
     * @param lockFollows whether the next lock takes the pin over, since every use agrees on it
     */
    record PinDisagrees(Tagged image, List<ImageUse> uses, Digest pinned, Digest locked, boolean lockFollows)
            implements Stale {}

    /**
     * The tag has moved on from where a file pins it.
     *
     * @param image the tag
     * @param uses that pin it
     * @param pinned the digest in the file
     * @param current what the tag names now
     */
    record PinBehind(Tagged image, List<ImageUse> uses, Digest pinned, Descriptor current) implements Note {}

    /**
     * A stage on one release of a system takes files that another release made.
     *
     * @param image the tag that the stage begins with
     * @param uses of it in the same file
     * @param os the release of the stage
     * @param from the image that the files come from
     * @param fromOs its release
     * @param copy where they are taken
     */
    record MixedOs(
            Tagged image, List<ImageUse> uses, OsRelease os, ImageReference from, OsRelease fromOs, Location copy)
            implements Note {}

    /**
     * The local engine holds another image under the tag than the locked one, and builds from that without asking.
     *
     * @param image the tag
     * @param uses that take what the tag names
     * @param locked what is locked
     * @param cached what the engine holds, as registries call it
     * @param current what the tag names now; empty if nobody asked or nobody knows
     */
    record CacheDiffers(
            Tagged image, List<ImageUse> uses, LockedImage locked, List<Digest> cached, Optional<Digest> current)
            implements Drift {
        /** Copies the list. */
        public CacheDiffers {
            cached = List.copyOf(cached);
        }
    }

    /**
     * The local engine holds an image under the tag that came from no registry.
     *
     * @param image the tag
     * @param uses that take what the tag names
     * @param id by which the engine knows it
     */
    record BuiltHere(Tagged image, List<ImageUse> uses, Digest id) implements Note {}
}
