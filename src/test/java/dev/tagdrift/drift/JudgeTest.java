package dev.tagdrift.drift;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JudgeTest {
    private static final Index A = Resolved.index("a");
    private static final LockedImage LOCKED = Locked.of(A);
    private static final SortedSet<Platform> ONE = new TreeSet<>(Set.of(Platform.LINUX_AMD64));
    private static final SortedSet<Platform> NONE = new TreeSet<>();

    @ParameterizedTest
    @EnumSource(FailOn.class)
    void aMoveFailsByWhatItChanges(FailOn failOn) {
        assertThat(fails(failOn, moved(Optional.of(new PlatformChanges(ONE, NONE)))))
                .isTrue();
        assertThat(fails(failOn, moved(Optional.of(new PlatformChanges(NONE, ONE)))))
                .isEqualTo(failOn == FailOn.DIGEST);
        assertThat(fails(failOn, moved(Optional.empty()))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FailOn.class)
    void aMoveWithinOneReleaseFailsUnlessOnlyReleasesCount(FailOn failOn) {
        assertThat(fails(failOn, moved(Locked.OS))).isEqualTo(failOn != FailOn.OS);
        assertThat(fails(failOn, moved("debian 13 (trixie)"))).isTrue();
    }

    @ParameterizedTest
    @EnumSource(FailOn.class)
    void whateverElseIsDriftOrStaleFails(FailOn failOn) {
        var tag = Uses.tag("python:3.12");
        assertThat(List.<Finding>of(
                        new Finding.TagVanished(tag, List.of(), LOCKED, true),
                        new Finding.DigestVanished(tag, List.of(), A.digest(), Optional.empty()),
                        new Finding.PlatformMissing(tag, List.of(), ONE, A.digest()),
                        new Finding.NotLocked(tag, List.of()),
                        new Finding.Incomplete(tag, List.of(), ONE),
                        new Finding.Unused(tag, LOCKED),
                        new Finding.PinDisagrees(tag, List.of(), A.digest(), A.digest(), true)))
                .allMatch(finding -> fails(failOn, finding));
    }

    @ParameterizedTest
    @EnumSource(FailOn.class)
    void aNoteNeverFails(FailOn failOn) {
        Finding behind = new Finding.PinBehind(Uses.tag("python:3.12"), List.of(), A.digest(), A.descriptor());
        assertThat(fails(failOn, behind)).isFalse();
        assertThat(new Judge(failOn).judge(behind).finding()).isEqualTo(behind);
    }

    private static Finding moved(Optional<PlatformChanges> changes) {
        return moved(Optional.empty(), changes);
    }

    private static Finding moved(String os) {
        return moved(OsRelease.parse(os), Optional.of(new PlatformChanges(ONE, NONE)));
    }

    private static Finding moved(Optional<OsRelease> os, Optional<PlatformChanges> changes) {
        return new Finding.TagMoved(
                Uses.tag("python:3.12"), List.of(), false, LOCKED, A.descriptor(), Optional.empty(), os, changes);
    }

    private static boolean fails(FailOn failOn, Finding finding) {
        return new Judge(failOn).judge(finding).fails();
    }
}
