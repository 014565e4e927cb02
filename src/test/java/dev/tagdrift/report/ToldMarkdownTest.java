package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What takes more than a message to tell fits a comment, and stays text in it. */
class ToldMarkdownTest {
    private static final Pattern TAG = Pattern.compile("</?(?:details|summary|table|tr|td|code|b|p)>");
    private static final Pattern QUIET = Pattern.compile("<code>[^<]*</code>");

    private static Told told(String verdict, int rows, Row row) {
        return new Told(verdict, List.of(new Section("some rows", Collections.nCopies(rows, row))));
    }

    private static int shown(String markdown) {
        return markdown.split("<tr><td>label", -1).length - 1;
    }

    @Test
    void shortTableIsOpenAndALongOneFolded() {
        assertThat(ToldMarkdown.of(told("it `moved`", 1, Row.of("label", "1", "1 -> 2")), 1_000))
                .isEqualTo("""
                        <p><b>it <code>moved</code></b></p>

                        <p>some rows</p>
                        <table>
                        <tr><td>label</td><td>1</td><td>1 -&gt; 2</td></tr>
                        </table>
                        """);
        assertThat(ToldMarkdown.of(told("it moved", 9, Row.of("label", "1")), 1_000))
                .startsWith("""
                        <p><b>it moved</b></p>

                        <details><summary>some rows (9)</summary>
                        <table>
                        """)
                .endsWith("</table>\n</details>\n");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 20, 150, 200, 1_000, 65_536})
    void isNeverTooLongAndTellsWhatIsMissing(int limit) {
        String markdown = ToldMarkdown.of(told("ä `b` now", 5_000, Row.of("label", "ü", "x")), limit);
        assertThat(markdown.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(limit);
        int shown = shown(markdown);
        if (shown > 0) {
            assertThat(markdown).endsWith("and " + (5_000 - shown) + " more</td></tr>\n</table>\n</details>\n");
        }
        assertThat(shown > 0).isEqualTo(limit >= 200);
        assertThat(markdown.contains("<table>")).isEqualTo(shown > 0);
    }

    @Test
    void valueWithoutMeasureIsCutAndHidesNoOther() {
        Told told = new Told(
                "it moved",
                List.of(new Section("", List.of(Row.of("label", "x".repeat(100_000)), Row.of("label", "y")))));
        String markdown = ToldMarkdown.of(told, Markdown.COMMENT);
        assertThat(shown(markdown)).isEqualTo(2);
        assertThat(markdown).contains("x…</td>", "<td>y</td>").hasSizeLessThan(1_000);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 20})
    void noValueIsTakenForMarkup(int rows) {
        String hostile = InjectionTest.HOSTILE;
        Row row = Row.of(hostile.substring(0, 200), hostile.substring(0, 90), hostile.substring(150));
        Told attack = new Told(hostile, List.of(new Section(hostile, Collections.nCopies(rows, row))));
        String markdown = ToldMarkdown.of(attack, Integer.MAX_VALUE);
        assertThat(TAG.matcher(markdown).replaceAll("")).doesNotContain("<", ">");
        assertThat(QUIET.matcher(markdown).replaceAll(""))
                .contains("single")
                .doesNotContain("@", "#", "http", "www.", "](", "::", "GH-", "`");
        assertThat(markdown.split("\n\n", -1)).hasSize(2);
        assertThat(markdown.split("<tr>", -1)).hasSize(rows + 1);
        assertThat(markdown.split("<td>", -1)).hasSize(3 * rows + 1);
    }
}
