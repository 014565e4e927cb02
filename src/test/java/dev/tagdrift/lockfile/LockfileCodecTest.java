package dev.tagdrift.lockfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.lockfile.LockfileReading.Present;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class LockfileCodecTest {
    private static final Lockfile ONE = Locked.file("python:3.12-slim", Resolved.index("a"));

    @RepeatedTest(200)
    void readsWhatItWrites(RepetitionInfo repetition) {
        Lockfile lockfile = GeneratedLockfile.of(repetition.getCurrentRepetition());
        String text = LockfileCodec.write(lockfile);
        assertThat(LockfileCodec.read(text)).isEqualTo(new Present(lockfile));
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }

    @RepeatedTest(50)
    void writesTheSameForWhatWasLockedInAnotherOrder(RepetitionInfo repetition) {
        Lockfile lockfile = GeneratedLockfile.of(repetition.getCurrentRepetition());
        assertThat(LockfileCodec.write(Lockfile.of(lockfile.images().reversed())))
                .isEqualTo(LockfileCodec.write(lockfile));
    }

    @Test
    void readsAnyFormatting() {
        String text = LockfileCodec.write(ONE);
        assertThat(LockfileCodec.read(text.replaceAll("\\n *", ""))).isEqualTo(new Present(ONE));
        assertThat(LockfileCodec.read(
                        text.replace("\n", "\n\n\t").replace(":", " \n:\n ").replaceAll("([a-z0-9]) \n:\n ", "$1:")))
                .isEqualTo(new Present(ONE));
    }

    @Test
    void readsKeysInAnyOrder() {
        String digest = Resolved.digest("a").toString();
        String text = "{\"images\":{\"docker.io/library/b:1\":{\"mediaType\":"
                + "\"application/vnd.oci.image.manifest.v1+json\",\"digest\":\"" + digest
                + "\"}},\"version\":1}";
        assertThat(LockfileCodec.read(text)).isInstanceOf(Present.class);
    }

    @Test
    void readsWindowsLineEndsAndAByteOrderMark() {
        String text = LockfileCodec.write(ONE);
        assertThat(LockfileCodec.read(text.replace("\n", "\r\n"))).isEqualTo(new Present(ONE));
        assertThat(LockfileCodec.read("\uFEFF" + text)).isEqualTo(new Present(ONE));
    }

    @RepeatedTest(50)
    void neverThrowsWhateverItReads(RepetitionInfo repetition) {
        Random random = new Random(repetition.getCurrentRepetition());
        String text = LockfileCodec.write(GeneratedLockfile.of(repetition.getCurrentRepetition()));
        for (int i = 0; i < 200; i++) {
            String mutant = mutate(text, random);
            LockfileReading reading = LockfileCodec.read(mutant);
            if (reading instanceof Present present) {
                assertThat(LockfileCodec.read(LockfileCodec.write(present.lockfile())))
                        .isEqualTo(reading);
            } else {
                assertThat(reading)
                        .isInstanceOfSatisfying(
                                LockfileReading.Rejected.class,
                                rejected -> assertThat(rejected.problem().line())
                                        .isBetween(1, (int) mutant.lines().count() + 1));
            }
        }
    }

    private static String mutate(String text, Random random) {
        String alphabet = "{}[]\":,\\\n\r01ae. <=>|\u0000\uD800";
        StringBuilder mutant = new StringBuilder(text);
        for (int i = random.nextInt(4); i >= 0; i--) {
            int from = random.nextInt(mutant.length() + 1);
            int to = Math.min(mutant.length(), from + random.nextInt(40));
            switch (random.nextInt(4)) {
                case 0 -> mutant.delete(from, to);
                case 1 -> mutant.insert(random.nextInt(mutant.length() + 1), mutant.substring(from, to));
                case 2 -> mutant.setLength(from);
                default -> mutant.insert(from, alphabet.charAt(random.nextInt(alphabet.length())));
            }
        }
        return mutant.toString();
    }
}
