package dev.tagdrift.testing;

import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.source.Location;
import dev.tagdrift.source.ScanProblem;
import dev.tagdrift.source.ScannedFile;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Uses of images in files that nobody has to write. */
public final class Uses {
    private Uses() {}

    /** A reference, from its text. */
    public static ImageReference reference(String text) {
        try {
            return ImageReference.parse(text);
        } catch (InvalidReferenceException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** A tag, from its text. */
    public static Tagged tag(String text) {
        return (Tagged) reference(text);
    }

    /** A reference with a digest alone, from its text. */
    public static Digested digested(String text) {
        return (Digested) reference(text);
    }

    /** A use in line 1 of {@code Dockerfile}. */
    public static ImageUse of(String reference, String... required) {
        return at("Dockerfile", 1, reference, required);
    }

    /** A use that somebody configured these platforms for; the usual one if nobody did. */
    public static ImageUse at(String path, int line, String reference, String... required) {
        SortedSet<Platform> platforms =
                Arrays.stream(required).map(Resolved::platform).collect(Collectors.toCollection(TreeSet::new));
        return new ImageUse(
                new Location(path, line),
                reference,
                reference(reference),
                Pull.Instruction.FROM,
                Optional.empty(),
                platforms.isEmpty() ? new TreeSet<>(List.of(Platform.LINUX_AMD64)) : platforms,
                platforms);
    }

    /** What a scan of the whole tree finds. */
    public static Inventory whole(ImageUse... uses) {
        return new Inventory(List.of(new ScannedFile("Dockerfile", List.of(uses), List.of())), true, List.of());
    }

    /** What a scan of a part of the tree finds. */
    public static Inventory part(ImageUse... uses) {
        return new Inventory(whole(uses).files(), false, List.of());
    }

    /** What a scan of the whole tree finds, where one more file cannot be read. */
    public static Inventory broken(ImageUse... uses) {
        ScanProblem problem =
                new ScanProblem.Unreadable(new Location("other/Dockerfile", 1), ScanProblem.Reason.NO_PERMISSION);
        return new Inventory(
                List.of(
                        new ScannedFile("Dockerfile", List.of(uses), List.of()),
                        new ScannedFile("other/Dockerfile", List.of(), List.of(problem))),
                true,
                List.of());
    }
}
