package dev.tagdrift.report;

import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.BuiltHere;
import dev.tagdrift.drift.Finding.CacheDiffers;
import dev.tagdrift.drift.Finding.DigestVanished;
import dev.tagdrift.drift.Finding.Incomplete;
import dev.tagdrift.drift.Finding.MixedOs;
import dev.tagdrift.drift.Finding.NotLocked;
import dev.tagdrift.drift.Finding.PinBehind;
import dev.tagdrift.drift.Finding.PinDisagrees;
import dev.tagdrift.drift.Finding.PlatformMissing;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Finding.TagVanished;
import dev.tagdrift.drift.Finding.Unused;
import dev.tagdrift.image.ImageReference.Tagged;
import java.util.List;

/** What can be done about a finding. */
final class FindingHints {
    private final LockfilePlace lockfile;

    FindingHints(LockfilePlace lockfile) {
        this.lockfile = lockfile;
    }

    List<String> of(Finding finding) {
        String name = finding.image().familiar();
        return switch (finding) {
            case TagMoved moved ->
                List.of(
                        "read the change with " + lockfile.command("explain " + name) + ",",
                        "accept it with "
                                + lockfile.command((moved.alsoPinned() ? "pin" : "lock") + " --upgrade-image " + name));
            case TagVanished vanished ->
                List.of(
                        vanished.lockedExists()
                                ? FindingWording.keep(
                                        vanished.image(), vanished.locked().digest())
                                : "choose another tag");
            case DigestVanished vanished -> List.of(vanished(vanished));
            case PlatformMissing missing ->
                List.of("choose an image that has it, or take the platform out of the settings or the file");
            case NotLocked notLocked -> List.of("lock it with " + lock());
            case Incomplete incomplete -> List.of("complete it with " + lock());
            case Unused unused -> List.of("remove it with " + lock());
            case PinDisagrees disagrees ->
                List.of(
                        disagrees.lockFollows()
                                ? "take the pin over with " + lockfile.command("lock")
                                        + ", or go back to the locked one with " + lockfile.command("pin")
                                : "pin it to the locked one with " + lockfile.command("pin"));
            case PinBehind behind ->
                List.of("the build is safe; refresh it with " + lockfile.command("pin --upgrade-image " + name));
            case MixedOs mixed ->
                List.of("take both images on one release: what is compiled on one may lack its libraries on the other");
            case CacheDiffers differs ->
                new BuildHints(lockfile)
                        .of(differs.current().map(differs.locked().digest()::equals));
            case BuiltHere here -> List.of("a build takes it and asks nobody, unless it is run with `--pull`");
        };
    }

    private String lock() {
        return lockfile.command("lock") + ", and commit " + lockfile.path();
    }

    private String vanished(DigestVanished vanished) {
        boolean pinned = !vanished.uses().stream().allMatch(use -> use.reference() instanceof Tagged);
        return vanished.current()
                .map(now -> pinned
                        ? "pin the current image with "
                                + lockfile.command("pin --upgrade-image " + Phrases.name(vanished.image()))
                        : "take the current image with "
                                + lockfile.command("lock --upgrade-image " + Phrases.name(vanished.image())))
                .orElse("choose another image");
    }
}
