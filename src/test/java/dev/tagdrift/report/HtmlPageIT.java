package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tagdrift.testing.Browser;
import dev.tagdrift.testing.EveryFinding;
import dev.tagdrift.testing.Fleet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page in a browser: it runs within its own policy, does what its controls say, and fits every screen. */
class HtmlPageIT {
    private static final String SHOWN =
            "[...document.querySelectorAll('.item:not([hidden])')].filter(one => one.checkVisibility())"
                    + ".map(one => one.dataset.name)";

    /** The images that are unfolded. */
    private static final String OPEN = "[...document.querySelectorAll('.item > details[open]')]"
            + ".filter(one => one.checkVisibility()).map(one => one.parentElement.dataset.name)";

    /** The texts with less contrast than 4.5 to what is behind them. */
    private static final String TOO_PALE = """
            (() => {
              const parts = colour => colour.match(/[\\d.]+/g).map(Number);
              const light = colour => {
                const [r, g, b] = parts(colour).map(v => v / 255)
                  .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
                return 0.2126 * r + 0.7152 * g + 0.0722 * b;
              };
              const behind = element => {
                for (let e = element; e; e = e.parentElement) {
                  const colour = getComputedStyle(e).backgroundColor;
                  if (parts(colour)[3] !== 0) return colour;
                }
                throw new Error('nothing behind');
              };
              const texts = [...document.body.querySelectorAll('*')].filter(e => !e.closest('svg, script')
                && e.checkVisibility() && [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()));
              if (texts.length < 50) throw new Error('only ' + texts.length + ' texts');
              return texts.filter(e => {
                const [low, high] = [light(getComputedStyle(e).color), light(behind(e))].sort((a, b) => a - b);
                return (high + 0.05) / (low + 0.05) < 4.5;
              }).map(e => e.className + ': ' + e.textContent.slice(0, 40));
            })()
            """;

    @TempDir
    private Path folder;

    private Browser browser;

    @BeforeEach
    void start() throws Exception {
        browser = Browser.start(folder.resolve("profile"));
    }

    @AfterEach
    void close() {
        if (browser != null) {
            browser.close();
        }
    }

    private void open(Report report) throws IOException, InterruptedException {
        browser.open(Files.writeString(folder.resolve("page.html"), HtmlPage.of(report, "shop")));
    }

    private List<String> strings(String expression) throws IOException, InterruptedException {
        List<String> strings = new ArrayList<>();
        for (JsonNode one : browser.value(expression)) {
            strings.add(one.asText());
        }
        return strings;
    }

    private void choose(String script) throws IOException, InterruptedException {
        browser.value(script + "; document.getElementById('tools').dispatchEvent(new Event('change'))");
    }

    private void write(String words) throws IOException, InterruptedException {
        browser.value("text.value = '" + words + "'; text.dispatchEvent(new Event('input'))");
    }

    /** Where a word can be read, below the lines. */
    private static String seen(String word) {
        return "[...document.querySelectorAll('dd, td, th')].filter(one => one.checkVisibility()"
                + " && one.textContent.includes('" + word + "')).map(one => one.textContent)";
    }

    @Test
    void filtersAndSortsWithinItsPolicy() throws Exception {
        open(Fleet.of(8));
        List<String> byWeight = strings(SHOWN);
        assertThat(byWeight).hasSize(8).doesNotHaveDuplicates();
        write("PYTHON debian");
        assertThat(strings(SHOWN)).containsExactlyInAnyOrder("python:3.12-slim", "python:3.11-slim");
        assertThat(browser.value("shown.textContent").asText())
                .isEqualTo("2 of 8 shown; Enter leads to the next place");
        write("openssl");
        assertThat(strings(SHOWN)).hasSize(7).doesNotContain("nginx:latest");
        write("no such thing");
        assertThat(strings(SHOWN)).isEmpty();
        write("");
        choose("document.querySelector('input[value=as-locked]').click()");
        assertThat(strings(SHOWN)).containsExactly("nginx:latest");
        choose("document.querySelector('input[name=kind]').click(); sort.value = 'name'");
        assertThat(strings(SHOWN)).hasSize(8).isSorted();
        choose("sort.value = 'newest'");
        assertThat(strings(SHOWN)).hasSize(8).isNotEqualTo(byWeight);
        assertThat(strings("[...document.querySelectorAll('.item')].map(one => -one.dataset.newest)").stream()
                        .map(Long::valueOf))
                .isSorted();
        choose("sort.value = ''");
        assertThat(strings(SHOWN)).isEqualTo(byWeight);
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void unfoldsWhatItsFilterFindsAndFoldsItAgain() throws Exception {
        open(Fleet.of(8));
        write("python");
        assertThat(strings(OPEN)).as("what a line tells").isEmpty();
        write("python openssl");
        assertThat(strings(OPEN)).containsOnly("python:3.12-slim", "python:3.11-slim");
        assertThat(strings(seen("openssl"))).isNotEmpty();
        assertThat(browser.value("CSS.highlights.get('hit').size").asInt()).isPositive();
        write("");
        assertThat(strings(OPEN)).isEmpty();
        assertThat(browser.value("shown.textContent").asText()).isEqualTo("8 shown");
        assertThat(browser.value("CSS.highlights.get('hit').size").asInt()).isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @Test
    void leavesTheLastWordOnWhatIsFoldedToTheReader() throws Exception {
        open(Fleet.of(8));
        browser.value("document.querySelector('[data-name=\"postgres:15\"] summary').click()");
        write("python openss");
        assertThat(strings(OPEN)).contains("python:3.12-slim", "python:3.11-slim");
        browser.value("document.querySelector('[data-name=\"python:3.11-slim\"] summary').click()");
        write("python openssl");
        assertThat(strings(OPEN)).containsOnly("python:3.12-slim");
        write("");
        assertThat(strings(OPEN)).containsExactly("postgres:15");
        write("openssl");
        browser.value("all.click()");
        write("");
        assertThat(strings(OPEN)).as("unfolded by the button").hasSize(8);
    }

    @Test
    void leavesItToTheButtonToo() throws Exception {
        open(Fleet.of(8));
        String lists = "[...document.querySelectorAll('details.list[open]')].map(one => one.textContent)";
        write("openss");
        assertThat(strings(lists)).isNotEmpty();
        browser.value("all.click(); all.click()");
        assertThat(strings(OPEN)).as("folded by the button").isEmpty();
        write("openssl");
        assertThat(strings(OPEN)).isEmpty();
        browser.value("all.click()");
        write("");
        assertThat(strings(OPEN)).hasSize(8);
        assertThat(strings(lists)).as("not the button's").isEmpty();
    }

    /** What a fold hides may lie pages below the field. */
    @Test
    void leadsFromPlaceToPlaceByTheKeyboard() throws Exception {
        browser.show("screen", "light");
        browser.resize(768, 400);
        open(Fleet.of(8));
        write("openssl");
        List<String> places = new ArrayList<>();
        browser.value("text.focus()");
        for (int i = 0; i < 3; i++) {
            browser.enter();
            places.add(browser.value(
                            "[...CSS.highlights.get('here')].map(at => at.startContainer.parentElement.getBoundingClientRect())"
                                    + ".map(box => box.top >= 0 && box.bottom <= innerHeight && scrollY)[0]")
                    .asText());
        }
        assertThat(places).as("where the window is, if the place is seen").doesNotHaveDuplicates();
        assertThat(places).doesNotContain("false");
        assertThat(browser.value("document.activeElement.id").asText()).isEqualTo("text");
        assertThat(browser.complaints()).isEmpty();
    }

    /** Letters that are everywhere would unfold the whole page while a word is written. */
    @Test
    void waitsForAWordBeforeItUnfolds() throws Exception {
        open(Fleet.of(8));
        write("op");
        assertThat(strings(OPEN)).isEmpty();
        write("openssl");
        assertThat(strings(OPEN)).isNotEmpty();
    }

    @Test
    void refusesAScriptThatIsNotItsOwn() throws Exception {
        open(Fleet.of(1));
        browser.value("document.body.append(Object.assign(document.createElement('script'), {text: 'name = 1'}))");
        assertThat(browser.complaints()).anyMatch(one -> one.contains("Content Security Policy"));
    }

    @Test
    void runsNothingThatStrangersWrite() throws Exception {
        open(EveryFinding.saying(HtmlPageTest.HOSTILE));
        assertThat(browser.value("document.querySelectorAll('img, script').length")
                        .asInt())
                .isEqualTo(1);
        assertThat(browser.value("document.querySelectorAll('[onload], [onerror], [href^=javascript]').length")
                        .asInt())
                .isZero();
        assertThat(browser.complaints()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 1280})
    void neverScrollsSideways(int width) throws Exception {
        for (Report report : List.of(Fleet.of(16), EveryFinding.report(), EveryFinding.saying("x".repeat(300)))) {
            browser.resize(width, 900);
            open(report);
            browser.value("all.click()");
            assertThat(browser.value("document.documentElement.scrollWidth").asInt())
                    .isEqualTo(width);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark"})
    void canBeReadInEachScheme(String scheme) throws Exception {
        browser.show("screen", scheme);
        for (Report report : List.of(Fleet.of(8), EveryFinding.report())) {
            open(report);
            browser.value("all.click()");
            assertThat(strings(TOO_PALE)).isEmpty();
        }
    }

    @Test
    void leadsTheKeyboardFromTheTopDown() throws Exception {
        open(Fleet.of(8));
        List<String> stops = new ArrayList<>();
        for (int i = 0; i < 20 && !stops.contains("SUMMARY"); i++) {
            browser.tab();
            stops.add(browser.value("document.activeElement.id || document.activeElement.className"
                            + " || document.activeElement.name || document.activeElement.tagName")
                    .asText());
            assertThat(browser.value("document.activeElement.matches(':focus-visible')")
                            .asBoolean())
                    .isTrue();
        }
        assertThat(stops.stream().distinct()).containsExactly("skip", "A", "text", "kind", "sort", "all", "SUMMARY");
    }

    @Test
    void showsNoControlsWithoutAScript() throws Exception {
        browser.call("Emulation.setScriptExecutionDisabled", "{\"value\":true}");
        open(Fleet.of(8));
        assertThat(browser.value("tools.checkVisibility()").asBoolean()).isFalse();
        assertThat(strings(SHOWN)).hasSize(8);
    }

    @Test
    void showsNoControlsWhereThereIsNothingToChooseFrom() throws Exception {
        open(Fleet.of(1));
        assertThat(browser.value("tools.checkVisibility()").asBoolean()).isFalse();
        open(Fleet.of(2));
        assertThat(browser.value("tools.checkVisibility()").asBoolean()).isTrue();
    }

    @Test
    void printsWhatIsFolded() throws Exception {
        browser.show("print", "light");
        open(Fleet.of(8));
        assertThat(browser.value(
                                "[...document.querySelectorAll('.inside')].filter(one => one.offsetHeight > 50).length")
                        .asInt())
                .isEqualTo(8);
        assertThat(strings("[...document.querySelectorAll('h3')].filter(one => one.offsetWidth < 100)"))
                .isEmpty();
        assertThat(browser.value("tools.checkVisibility()").asBoolean()).isFalse();
    }
}
