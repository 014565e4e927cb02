package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.report.Told.Row;
import dev.tagdrift.report.Told.Section;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What takes more than a message to tell stands in columns where there is room, and below each other where not. */
class ToldTextTest {
    private static final Told TOLD = new Told(
            "it moved",
            List.of(new Section(
                    "packages upgraded",
                    List.of(
                            Row.of("bash", "5.2.15-2+b8 -> 5.2.37-2+b5"),
                            Row.of("libpython3-stdlib", "3.11.2-1 -> 3.13.5-1")))));

    private static List<String> lines(int width) {
        return ToldText.lines(TOLD, new TextRenderer(false, width));
    }

    @Test
    void columns() {
        assertThat(lines(60))
                .containsExactly(
                        "it moved",
                        "",
                        "packages upgraded",
                        "    bash               5.2.15-2+b8 -> 5.2.37-2+b5",
                        "    libpython3-stdlib  3.11.2-1 -> 3.13.5-1");
    }

    @Test
    void belowEachOther() {
        assertThat(lines(34))
                .containsExactly(
                        "it moved",
                        "",
                        "packages upgraded",
                        "    bash",
                        "        5.2.15-2+b8 -> 5.2.37-2+b5",
                        "    libpython3-stdlib",
                        "        3.11.2-1 -> 3.13.5-1");
    }
}
