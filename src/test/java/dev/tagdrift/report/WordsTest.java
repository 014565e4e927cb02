package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class WordsTest {
    @Test
    void wordsKeepTheBlanksAroundThem() {
        assertThat(Words.of("  hint: run  it")).containsExactly("  hint: ", "run  ", "it");
    }

    @Test
    void whatStandsInBackticksIsOneWord() {
        assertThat(Words.of("with `tagdrift lock`, and")).containsExactly("with ", "`tagdrift lock`, ", "and");
    }

    @Test
    void aBacktickThatIsNotClosedIsALetter() {
        assertThat(Words.of("a ` b")).containsExactly("a ", "` ", "b");
    }

    @Test
    void aWordMayBeAsLongAsStrangersMakeIt() {
        String word = "x".repeat(1_000_000);
        assertThat(Words.of(word)).containsExactly(word);
        assertThat(Words.of("")).isEmpty();
    }
}
