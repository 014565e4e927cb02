package dev.tagdrift.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;

final class FirstBytesTest {
    @Test
    void moreThanTheFirstIsNotRead() throws IOException {
        InputStream source = new ByteArrayInputStream(new byte[] {1, 2, 3, 4, 5});
        FirstBytes first = new FirstBytes(source, 3);
        assertThat(first.read()).isEqualTo(1);
        assertThat(first.readAllBytes()).containsExactly(2, 3);
        assertThat(source.available()).isEqualTo(2);
    }

    @Test
    void aShorterStreamEndsWhereItEnds() throws IOException {
        assertThat(new FirstBytes(new ByteArrayInputStream(new byte[] {1}), 3).readAllBytes())
                .containsExactly(1);
    }
}
