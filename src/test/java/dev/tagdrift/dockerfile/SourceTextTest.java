package dev.tagdrift.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SourceTextTest {
    private static final String FILE = "one\ntwo\nthree\n";
    private final LineTable lines = new LineTable(FILE);

    @Test
    void knowsWhereItsPartsStand() {
        SourceText joined = new SourceText.Builder(lines, 0)
                .append(FILE, 0, 3)
                .append(FILE, 8, 13)
                .build();

        assertThat(joined.text()).isEqualTo("onethree");
        assertThat(joined.span()).isEqualTo(new Span(0, 13));
        assertThat(joined.sub(1, 3).span()).isEqualTo(new Span(1, 3));
        assertThat(joined.sub(2, 5).span()).isEqualTo(new Span(2, 10));
        assertThat(joined.from(3).span()).isEqualTo(new Span(8, 13));
        assertThat(joined.from(3).sub(1, 2).span()).isEqualTo(new Span(9, 10));
        assertThat(joined.from(3).line()).isEqualTo(3);
    }

    @Test
    void hasAPlaceEvenIfEmpty() {
        SourceText word = new SourceText.Builder(lines, 4).append(FILE, 4, 7).build();

        assertThat(word.from(3).span()).isEqualTo(new Span(7, 7));
        assertThat(word.from(3).line()).isEqualTo(2);
        assertThat(new SourceText.Builder(lines, 8).build().span()).isEqualTo(new Span(8, 8));
    }

    @Test
    void canBePutTogetherFromSingleCharacters() {
        SourceText word = new SourceText.Builder(lines, 4).append(FILE, 4, 7).build();

        SourceText picked =
                new SourceText.Builder(word, 0).append(word, 0).append(word, 2).build();

        assertThat(picked.text()).isEqualTo("to");
        assertThat(picked.span()).isEqualTo(new Span(4, 7));
    }
}
