package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.explain.Content;
import dev.tagdrift.explain.Content.Compared;
import dev.tagdrift.explain.Content.LockedGone;
import dev.tagdrift.explain.Content.NoCommonPlatform;
import dev.tagdrift.explain.Explanation;
import dev.tagdrift.explain.InstalledPackage;
import dev.tagdrift.explain.LayerChanges;
import dev.tagdrift.explain.PackageComparison;
import dev.tagdrift.explain.PackageFormat;
import dev.tagdrift.explain.PackageList;
import dev.tagdrift.explain.PackageReading;
import dev.tagdrift.explain.PackageReading.Flaw;
import dev.tagdrift.explain.PackageReading.Found;
import dev.tagdrift.explain.PackageReading.NoneRecorded;
import dev.tagdrift.explain.PackageReading.NotReadable;
import dev.tagdrift.explain.PackageReading.Source;
import dev.tagdrift.explain.PlatformChanges;
import dev.tagdrift.explain.Side;
import dev.tagdrift.explain.Software;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.Platform;
import dev.tagdrift.testing.Resolved;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The verdict is what weighs most, and claims nothing that is not known. */
class VerdictWordingTest {
    private static final String DEBIAN = "debian 12 (bookworm)";
    private static final PackageReading BASH = packages("bash 5.1");
    private static final PackageReading UNREADABLE = new NotReadable("var/lib/dpkg/status", Flaw.MALFORMED);

    private static PackageReading packages(String... packages) {
        return new Found(
                new PackageList(Stream.of(packages)
                        .map(one -> one.split(" ", -1))
                        .map(one -> new InstalledPackage(PackageFormat.DEB, one[0], one[1], "amd64", one[0], List.of()))
                        .toList()),
                new Source.Recorded());
    }

    private static Side side(String salt, String os, String python) {
        return new Side(
                Resolved.digest(salt),
                Optional.empty(),
                OsRelease.parse(os),
                Optional.of(python).filter(version -> !version.isEmpty()).map(v -> new Software("PYTHON_VERSION", v)));
    }

    private static Content compared(PackageReading before, PackageReading now) {
        return new Compared(false, List.of(), new LayerChanges(0, 1, 1, 1, 1), new PackageComparison(before, now));
    }

    private static String[] verdicts(Side locked, Side current, Content content) {
        Explanation explanation = new Explanation(
                Platform.LINUX_AMD64,
                locked,
                current,
                content,
                new PlatformChanges(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>()),
                Optional.empty());
        return new String[] {
            new VerdictWording(Optional.empty(), "a", explanation).sentence(),
            new VerdictWording(Optional.of("b"), "a", explanation).sentence()
        };
    }

    private static String[] verdicts(Content content) {
        return verdicts(side("locked", DEBIAN, ""), side("current", DEBIAN, ""), content);
    }

    @Test
    void release() {
        assertThat(verdicts(side("x", "debian 11 (bullseye)", ""), side("y", DEBIAN, ""), compared(BASH, BASH)))
                .containsExactly(
                        "`a` moved from debian 11 (bullseye) to debian 12 (bookworm)",
                        "`b` is debian 11 (bullseye), `a` is debian 12 (bookworm)");
    }

    @Test
    void majorVersion() {
        assertThat(verdicts(side("x", DEBIAN, "3.12.4"), side("y", DEBIAN, "4.0.1"), compared(BASH, BASH)))
                .containsExactly(
                        "`a` moved from python 3.12.4 to python 4.0.1", "`b` is python 3.12.4, `a` is python 4.0.1");
    }

    @Test
    void libraries() {
        Content one = compared(packages("libssl1.1 1.1.1w"), packages("libssl3 3.0.15"));
        assertThat(verdicts(one))
                .containsExactly(
                        "`a` was built with other packages; 1 shared library is gone",
                        "`b` and `a` have other packages; 1 shared library is gone");
        Content two = compared(packages("libssl1.1 1.1.1w", "libffi7 3.3"), packages("libssl3 3.0.15", "libffi8 3.4"));
        assertThat(verdicts(two)[0]).endsWith("; 2 shared libraries are gone");
    }

    @Test
    void packages() {
        assertThat(verdicts(
                        compared(packages("bash 5.1", "tar 1.34", "vim 9"), packages("bash 5.2", "tar 1.30", "zip 3"))))
                .containsExactly(
                        "`a` was built with other packages: 1 upgraded, 1 downgraded, 1 added, 1 removed",
                        "`b` and `a` have other packages: 1 upgraded, 1 downgraded, 1 added, 1 removed");
    }

    /** What the image is made for is what a build is from, and says more than any package. */
    @Test
    void softwareWhoseFilesNoPackageManagerKnows() {
        assertThat(upgraded(compared(BASH, BASH)))
                .containsExactly(
                        "`a` moved from python 3.12.3 to python 3.13.0", "`b` is python 3.12.3, `a` is python 3.13.0");
        assertThat(upgraded(compared(packages("bash 5.1"), packages("bash 5.2"))))
                .containsExactly(
                        "`a` moved from python 3.12.3 to python 3.13.0 with other packages: 1 upgraded",
                        "`b` is python 3.12.3, `a` is python 3.13.0, with other packages: 1 upgraded");
        assertThat(upgraded(compared(packages("libssl1.1 1.1.1w"), packages("libssl3 3.0.15"))))
                .containsExactly(
                        "`a` moved from python 3.12.3 to python 3.13.0 with other packages; 1 shared library is gone",
                        "`b` is python 3.12.3, `a` is python 3.13.0, with other packages; 1 shared library is gone");
    }

    @Test
    void softwareAmongPackagesThatNobodyCanTell() {
        assertThat(upgraded(compared(UNREADABLE, BASH)))
                .containsExactly(
                        "`a` moved from python 3.12.3 to python 3.13.0; the packages cannot be compared",
                        "`b` is python 3.12.3, `a` is python 3.13.0, and their packages cannot be compared");
    }

    private static String[] upgraded(Content content) {
        return verdicts(side("x", DEBIAN, "3.12.3"), side("y", DEBIAN, "3.13.0"), content);
    }

    /** As where an image lost the variable that tells its version. */
    @Test
    void softwareOfWhichOneVersionIsKnown() {
        assertThat(verdicts(side("x", DEBIAN, "3.12.3"), side("y", DEBIAN, ""), compared(BASH, BASH)))
                .containsExactly(
                        "`a` was built with other packages: python 3.12.3 became an unknown version",
                        "`b` and `a` have other packages: python 3.12.3 became an unknown version");
    }

    @Test
    void rebuild() {
        assertThat(verdicts(compared(BASH, BASH)))
                .containsExactly(
                        "`a` was built again, on the same release and with the same packages",
                        "`b` and `a` are two images, on the same release and with the same packages");
    }

    /** What could not be read need not be the same. */
    @Test
    void rebuildOfWhichLittleIsKnown() {
        assertThat(verdicts(compared(UNREADABLE, BASH)))
                .containsExactly(
                        "`a` was built again; the packages cannot be compared",
                        "`b` and `a` are two images, and their packages cannot be compared");
        assertThat(verdicts(compared(new NoneRecorded(), new NoneRecorded())))
                .containsExactly(
                        "`a` was built again; packages cannot be compared, as none are recorded",
                        "`b` and `a` are two images; packages cannot be compared, as none are recorded");
        assertThat(verdicts(side("x", DEBIAN, ""), side("y", "", ""), compared(BASH, BASH))[0])
                .isEqualTo("`a` was built again, with the same packages");
    }

    /** An image of one file is another through and through: that is no mere rebuild. */
    @Test
    void replacedByWhatNobodyCanTell() {
        Side program = side("x", "none", "");
        Side other = side("y", "none", "");
        Content bare = compared(new NoneRecorded(), new NoneRecorded());
        assertThat(verdicts(program, other, bare))
                .containsExactly(
                        "`a` was replaced; what changed in its files cannot be told",
                        "`b` and `a` are two images, and what differs in their files cannot be told");
        assertThat(verdicts(side("x", "", ""), other, bare)[0]).startsWith("`a` was replaced");
        assertThat(verdicts(side("x", "none", "3.12.3"), side("y", "none", "3.12.3"), bare)[0])
                .startsWith("`a` was built again");
    }

    @Test
    void nothingToCompare() {
        assertThat(verdicts(new NoCommonPlatform(false)))
                .containsExactly(
                        "`a` moved, and the locked image is not for linux/amd64",
                        "`b` and `a` cannot be compared: `b` is not for linux/amd64");
        assertThat(verdicts(new NoCommonPlatform(true)))
                .containsExactly(
                        "`a` moved, and the current image is not for linux/amd64",
                        "`b` and `a` cannot be compared: `a` is not for linux/amd64");
        assertThat(verdicts(new LockedGone())[1])
                .isEqualTo("`b` and `a` are two images, and what is in the first cannot be told");
        assertThat(verdicts(new LockedGone())[0])
                .isEqualTo("`a` moved, and the locked image is gone: only what the lockfile knows of it can be told");
    }

    @Test
    void nothingMoved() {
        assertThat(verdicts(side("same", DEBIAN, ""), side("same", DEBIAN, ""), compared(BASH, BASH)))
                .containsExactly("`a` has not moved", "`b` and `a` are the same image");
        Content same =
                new Compared(true, List.of(), new LayerChanges(1, 1, 1, 1, 1), new PackageComparison(BASH, BASH));
        assertThat(verdicts(same))
                .containsExactly(
                        "`a` moved for other platforms; the image for linux/amd64 is the same",
                        "`b` and `a` are the same image for linux/amd64");
    }
}
