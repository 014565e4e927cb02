package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What could be more than a word is code, and what follows it is not. */
class MarkdownTextTest {
    @Test
    void whatEndsAPartOfASentenceIsNoneOfTheWordBeforeIt() {
        assertThat(MarkdownText.sentence("of 127.0.0.1:1, and `a`: no b, -> c"))
                .isEqualTo("of <code>127.0.0.1:1</code>, and <code>a</code>: no b, -&gt; c");
        assertThat(MarkdownText.sentence("@you; : b")).isEqualTo("<code>@you</code>; : b");
    }
}
