package dev.tagdrift.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImageReferenceTest {
    private static final Pattern LETTERS = Pattern.compile("\\{(\\d+)}");
    private static final String SHA256 = "0123456789abcdef".repeat(4);

    static Stream<Arguments> good() throws IOException {
        return rows(false).map(cells -> Arguments.of(cells[0], cells[1], cells.length > 2 ? cells[2] : cells[0]));
    }

    static Stream<Arguments> bad() throws IOException {
        return rows(true).map(cells -> Arguments.of(cells[0], cells[1].substring("ERROR ".length())));
    }

    @ParameterizedTest
    @MethodSource("good")
    void readsWhatDockerReads(String text, String canonical, String familiar) throws InvalidReferenceException {
        ImageReference reference = ImageReference.parse(text);

        assertThat(reference).hasToString(canonical);
        assertThat(reference.familiar()).isEqualTo(familiar);
        assertThat(ImageReference.parse(canonical)).isEqualTo(reference);
        assertThat(ImageReference.parse(familiar)).isEqualTo(reference);
    }

    @ParameterizedTest
    @MethodSource("bad")
    void saysWhichRuleIsBroken(String text, String reason) {
        assertThatThrownBy(() -> ImageReference.parse(text))
                .isInstanceOfSatisfying(InvalidReferenceException.class, e -> {
                    assertThat(e.reason()).hasToString(reason);
                    assertThat(e.text()).isEqualTo(text);
                });
    }

    @Test
    void tellsTagAndDigestApart() throws InvalidReferenceException {
        assertThat(ImageReference.parse("a:1")).isInstanceOf(Tagged.class);
        assertThat(ImageReference.parse("a@sha256:" + SHA256)).isInstanceOf(Digested.class);
        assertThat(ImageReference.parse("a:1@sha256:" + SHA256))
                .isInstanceOfSatisfying(
                        Pinned.class, pinned -> assertThat(pinned.name()).hasToString("docker.io/library/a:1"));
    }

    @Test
    void failsInNoOtherWay() {
        Random random = new Random(7);
        String alphabet = "aA0.:/@-_[]:${} \u00e4sha256";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            int length = random.nextInt(30);
            for (int j = 0; j < length; j++) {
                text.append(alphabet.charAt(random.nextInt(alphabet.length())));
            }
            assertThatCode(() -> parse(text.toString())).as(text.toString()).doesNotThrowAnyException();
        }
    }

    @Test
    void readsLongTextsInLinearTime() {
        for (String piece : new String[] {"a", "a-", "a.", "a/", "-", "0_", "a:", "[", "a@"}) {
            assertThatCode(() -> parse(piece.repeat(1_000_000))).doesNotThrowAnyException();
        }
    }

    private static void parse(String text) {
        try {
            assertThat(ImageReference.parse(text)).isNotNull();
        } catch (InvalidReferenceException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private static Stream<String[]> rows(boolean errors) throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/references.txt")).stream()
                .filter(line -> line.contains("|") && !line.startsWith("#") && line.contains("| ERROR") == errors)
                .map(line -> Stream.of(line.split("\\|"))
                        .map(cell -> filled(cell.strip()))
                        .toArray(String[]::new));
    }

    private static String filled(String cell) {
        String hashes = cell.replace("{sha256}", SHA256)
                .replace("{SHA256}", "ABCDEF0123456789".repeat(4))
                .replace("{sha512}", "0123456789abcdef".repeat(8))
                .replace("<>", "");
        return LETTERS.matcher(hashes)
                .replaceAll(letters -> Matcher.quoteReplacement("x".repeat(Integer.parseInt(letters.group(1)))));
    }
}
