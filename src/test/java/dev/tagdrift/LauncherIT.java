package dev.tagdrift;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.tagdrift.FakeCheckout.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(value = OS.WINDOWS, disabledReason = "the launcher is a shell script")
class LauncherIT {
    /** What {@code printf jar | cksum} says. */
    private static final String CKSUM_OF_JAR = "286719360";

    private final Path temporary;
    private FakeCheckout checkout;

    LauncherIT(@TempDir Path temporary) throws IOException {
        this.temporary = temporary.toRealPath();
        checkout = FakeCheckout.ready(this.temporary);
    }

    @BeforeEach
    void oneOlderJava() throws IOException {
        checkout.jdk("jdk-17", "17.0.15");
    }

    private FakeCheckout empty() throws IOException {
        checkout = new FakeCheckout(temporary.resolve("empty"));
        checkout.sources();
        return checkout;
    }

    @Test
    void passesArgumentsAndExitCodeThrough() throws Exception {
        checkout.set("TAGDRIFT_JAVA_OPTS", "-Da=1 -Db=*");

        Run run = checkout.run("check", "two words", "", "exit with 3");

        assertThat(run.exit()).isEqualTo(3);
        assertThat(run.out())
                .containsSubsequence("jdk-25", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Da=1", "-Db=*")
                .containsSubsequence("-jar", checkout.jar().toString(), "check", "two words", "", "exit with 3");
    }

    @Test
    void runsAndBuildsWithTheNewestJava() throws Exception {
        checkout.set("JAVA_HOME", checkout.jdk("jdk-21", "21").toString());
        String newest = checkout.jdk("jdk-25.1", "25.1.0-ea").toString();
        checkout.java("jre-26", "26-internal");
        Files.createSymbolicLink(checkout.bin().resolve("java"), Path.of("../jvm/jdk-17/bin/java"));

        assertThat(checkout.run().java()).isEqualTo("jre-26");
        assertThat(checkout.builds()).containsExactly(newest);
    }

    @Test
    void findsJavaThroughTheLinksOfThePath() throws Exception {
        Path home = checkout.jdk("../hidden", "27.0.1");
        Files.createSymbolicLink(temporary.resolve("first"), home.resolve("bin/java"));
        Files.createSymbolicLink(checkout.bin().resolve("java"), Path.of("../../first"));

        assertThat(checkout.run().java()).isEqualTo("../hidden");
    }

    @Test
    void ownVariableDecides() throws Exception {
        checkout.set("TAGDRIFT_JAVA_HOME", checkout.java("jre-21", "21.0.1").toString());
        assertThat(checkout.run().java()).isEqualTo("jre-21");

        checkout.set("TAGDRIFT_JAVA_HOME", checkout.java("old", "1.8.0_292").toString());
        assertRefused(checkout.run(), "TAGDRIFT_JAVA_HOME is .*, which is Java 1.8.0; needed is Java 21 or newer");

        checkout.set("TAGDRIFT_JAVA_HOME", "/nowhere");
        assertRefused(checkout.run(), "TAGDRIFT_JAVA_HOME is /nowhere, where no bin/java is");
    }

    @Test
    void refusesJavasThatAreTooOld() throws Exception {
        empty().jdk("jdk-17", "17.0.15");

        assertRefused(
                checkout.run(), "the newest Java found is 17.0.15 in .*/jvm/jdk-17; install Java 21 or newer, .*");
    }

    @Test
    void saysWhatIsMissing() throws Exception {
        assertRefused(empty().run(), "no Java found; install Java 21 or newer, or set TAGDRIFT_JAVA_HOME to one");

        checkout.java("jre-25", "25");
        assertRefused(checkout.run(), "the program has not been built yet, and Maven \\(mvn\\) is not on the PATH .*");

        checkout.maven("true");
        assertRefused(checkout.run(), "building the program needs a JDK .* of Java 21 or newer, and none is found");
    }

    @Test
    void showsMavensWordsOnlyWhenItFails() throws Exception {
        assertThat(checkout.run().err()).isEqualTo("tagdrift: building the program (once; about a minute)...\n");

        checkout.edit(checkout.source(), Instant.now().plusSeconds(5));
        checkout.maven("false");
        Run failed = checkout.run();

        assertThat(failed.exit()).isEqualTo(2);
        assertThat(failed.err()).contains("words of Maven\n").endsWith("Maven's output is above\n");
        assertThat(checkout.leftovers()).containsExactly("tagdrift.jar");
    }

    @Test
    void buildsAgainOnlyWhenASourceIsNewer() throws Exception {
        checkout.run();
        assertThat(checkout.run().err()).isEmpty();
        assertThat(checkout.builds()).hasSize(1);

        Files.delete(checkout.source());
        checkout.run();
        assertThat(checkout.builds()).as("a source was deleted").hasSize(2);

        checkout.edit(checkout.folder().resolve("pom.xml"), Instant.now().plusSeconds(5));
        checkout.run();
        assertThat(checkout.builds()).as("the pom was edited").hasSize(3);
    }

    @Test
    void noticesAnEditMadeDuringTheBuild() throws Exception {
        checkout.maven("sleep 0.1; touch '" + checkout.source() + "'");
        checkout.run();
        checkout.run();

        assertThat(checkout.builds()).hasSize(2);
    }

    @Test
    void buildsOnceForTwoAtOnce() throws Exception {
        checkout.maven("sleep 0.5");
        String launcher = checkout.folder().resolve("tagdrift").toString();
        Process first = checkout.start(temporary, launcher, "first");
        Process second = checkout.start(temporary, launcher, "second");

        assertThat(FakeCheckout.finish(first).out()).endsWith("first");
        assertThat(FakeCheckout.finish(second).out()).endsWith("second");
        assertThat(checkout.builds()).hasSize(1);
        assertThat(checkout.leftovers()).containsExactly("tagdrift.jar");
    }

    @Test
    void takesOverTheLockOfADeadBuild() throws Exception {
        Path lock = checkout.jar().resolveSibling("lock");
        Files.createDirectories(checkout.jar().resolveSibling("build.4194305.abc"));
        Files.createDirectories(lock);
        Files.createFile(lock.resolve("4194305"));

        assertThat(checkout.run().java()).isEqualTo("jdk-25");
        assertThat(checkout.leftovers()).containsExactly("tagdrift.jar");
    }

    @Test
    void leavesNothingWhenInterrupted() throws Exception {
        checkout.maven("exec sleep 30");
        Process process =
                checkout.start(temporary, checkout.folder().resolve("tagdrift").toString());
        while (checkout.builds().isEmpty()) {
            TimeUnit.MILLISECONDS.sleep(20);
        }
        process.toHandle().destroy();

        assertThat(FakeCheckout.finish(process).exit()).isEqualTo(143);
        assertThat(checkout.leftovers()).isEmpty();
    }

    @Test
    void worksFromAnywhereAndThroughLinks() throws Exception {
        Path chain = Files.createDirectories(temporary.resolve("other place/links"));
        Files.createSymbolicLink(chain.resolve("one"), Path.of("../../with blank/a checkout/tagdrift"));
        Files.createSymbolicLink(chain.resolve("two"), Path.of("one"));
        Files.createSymbolicLink(checkout.bin().resolve("tagdrift"), chain.resolve("two"));

        assertRuns(checkout.start(chain, "./two"));
        assertRuns(checkout.start(checkout.folder(), "sh", "tagdrift"));
        assertRuns(checkout.start(chain, "sh", "-c", "tagdrift"));
        assertThat(checkout.builds()).hasSize(1);
    }

    private void assertRuns(Process process) throws Exception {
        assertThat(FakeCheckout.finish(process).out())
                .containsSubsequence("jdk-25", "-jar", checkout.jar().toString());
    }

    @Test
    void runsADistributionWithItsOwnJava() throws Exception {
        Files.delete(checkout.folder().resolve("pom.xml"));
        assertRefused(checkout.run(), "there is no program beside .*: neither pom.xml, nor .*");

        Files.writeString(checkout.folder().resolve("tagdrift.jar"), "jar");
        assertThat(checkout.run().out()).containsSubsequence("jdk-25", "-jar", checkout.folder() + "/tagdrift.jar");

        Path library = Files.createDirectory(checkout.folder().resolve("lib"));
        Files.writeString(library.resolve("tagdrift.jar"), "jar");
        Files.move(checkout.java("bundled", "24"), checkout.folder().resolve("runtime"));
        assertThat(checkout.run().out()).containsSubsequence("bundled", "-jar", library + "/tagdrift.jar");
        assertThat(checkout.builds()).isEmpty();
    }

    @Test
    void keepsWhatJavaReadWhereItMayWrite() throws Exception {
        Path archive = checkout.jar().resolveSibling("start-25.0.3.jsa");
        checkout.run();
        assertThat(checkout.run().out())
                .containsSubsequence("-XX:+AutoCreateSharedArchive", "-XX:SharedArchiveFile=" + archive, "-jar");

        checkout.set("CI", "true");
        assertThat(checkout.run().out()).noneMatch(word -> word.contains("Archive"));

        Files.writeString(archive, "made by somebody else");
        assertThat(checkout.run().out())
                .contains("-XX:SharedArchiveFile=" + archive)
                .doesNotContain("-XX:+AutoCreateSharedArchive");
    }

    @Test
    void keepsItInTheUsersCacheWhenItIsNoCheckout() throws Exception {
        Files.delete(checkout.folder().resolve("pom.xml"));
        Files.writeString(checkout.folder().resolve("tagdrift.jar"), "jar");
        Path cache = temporary.resolve("a cache");

        checkout.set("XDG_CACHE_HOME", cache.toString());
        assertThat(checkout.run().out()).contains("-XX:SharedArchiveFile=" + cache + "/tagdrift/start-25.0.3.jsa");
        assertThat(cache.resolve("tagdrift")).isDirectory();

        checkout.set("XDG_CACHE_HOME", "/proc/nowhere");
        Run unwritable = checkout.run();
        assertThat(unwritable.out()).noneMatch(word -> word.contains("Archive"));
        assertThat(unwritable.err()).isEmpty();
    }

    @Test
    void takesTheArchiveThatIsNamedLikeTheJarsDirectory() throws Exception {
        Files.delete(checkout.folder().resolve("pom.xml"));
        Path library = Files.createDirectory(checkout.folder().resolve("lib"));
        Files.writeString(library.resolve("tagdrift.jar"), "jar");
        Files.move(checkout.java("bundled", "25"), checkout.folder().resolve("runtime"));
        Path archive = Files.createFile(library.resolve("tagdrift-" + CKSUM_OF_JAR + ".jsa"));
        assertThat(checkout.run().out()).containsSubsequence("bundled", "-XX:SharedArchiveFile=" + archive, "-jar");

        Files.writeString(library.resolve("tagdrift.jar"), "Jar");
        assertThat(checkout.run().out()).noneMatch(word -> word.contains("Archive"));
    }

    @Test
    void runsInAReadOnlyCheckoutUnlessItMustBuild() throws Exception {
        checkout.run();
        lockDown();
        assertThat(readOnly().java()).isEqualTo("jdk-25");

        checkout.edit(checkout.source(), Instant.now().plusSeconds(5));
        assertRefused(readOnly(), "the program is older than its sources, and .*/target/launcher cannot be written to");
    }

    private void lockDown() throws IOException {
        Map<Path, String> modes =
                Map.of(temporary, "rwxr-xr-x", checkout.jar().getParent(), "r-xr-xr-x", checkout.folder(), "r-xr-xr-x");
        for (var mode : modes.entrySet()) {
            Files.setPosixFilePermissions(mode.getKey(), PosixFilePermissions.fromString(mode.getValue()));
        }
    }

    /** Nothing is read-only to root, which therefore becomes somebody else. */
    private Run readOnly() throws Exception {
        if (!Files.isWritable(checkout.folder())) {
            return checkout.run();
        }
        Path setpriv = Path.of("/usr/bin/setpriv");
        assumeTrue(Files.isExecutable(setpriv), "root writes everywhere, and setpriv is not here to be another user");
        String launcher = checkout.folder().resolve("tagdrift").toString();
        return FakeCheckout.finish(checkout.start(
                temporary, setpriv.toString(), "--reuid=65534", "--regid=65534", "--clear-groups", launcher));
    }

    private static void assertRefused(Run run, String message) {
        assertThat(run.err()).matches("(?s)tagdrift: " + message + "\n");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.exit()).isEqualTo(2);
    }
}
