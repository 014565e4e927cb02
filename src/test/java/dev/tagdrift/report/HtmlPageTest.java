package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.EveryFinding;
import dev.tagdrift.testing.Fleet;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import nu.validator.htmlparser.common.XmlViolationPolicy;
import nu.validator.htmlparser.sax.HtmlParser;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;
import org.xml.sax.SAXParseException;
import org.xml.sax.ext.DefaultHandler2;

/** The page stands alone, stays small, and takes nobody's words for its own. */
class HtmlPageTest {
    static final String HOSTILE = "</title></style></script><script>alert(1)</script> \" ' onload=alert(1)"
            + " javascript:alert(1) <img src=x onerror=alert(1)> --> &lt; \u202Etxt.exe\u2066 \u0000\u001B[31m\u0085"
            + " `</code>` \uD800";
    private static final Pattern INLINE = Pattern.compile("<(style|script)>.*?</\\1>", Pattern.DOTALL);
    private static final Pattern TEXT = Pattern.compile(">[^<]*<");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");

    private static String markup(Report report) {
        return INLINE.matcher(HtmlPage.of(report, "shop")).replaceAll("");
    }

    private static String tags(String html) {
        String bare = TEXT.matcher(VALUE.matcher(html).replaceAll("=\"\"")).replaceAll("><");
        return bare.replace("<code></code>", "").replaceAll("\\s+", " ");
    }

    @Test
    void tellsEverything() {
        Approved.verify("formats/every-finding.html", markup(EveryFinding.report()));
    }

    @Test
    void tellsAMissingLockfile() {
        Approved.verify("formats/no-lockfile.html", markup(EveryFinding.withoutLockfile()));
    }

    @Test
    void neverLooksCleanWhereTheWorkCouldNotBeDone() {
        Bulletin stopped = Bulletin.of(List.of(Wording.lockfileBusy("lockfiles/a.lock.json")), "", ExitCode.ERROR);
        assertThat(HtmlPage.of(stopped, "shop"))
                .contains(PageWording.STOPPED, "not-written")
                .doesNotContain("As locked");
    }

    @Test
    void isReadWithoutAParseError() throws Exception {
        List<String> errors = new ArrayList<>();
        for (Report report : List.of(EveryFinding.report(), EveryFinding.saying(HOSTILE), Fleet.of(8))) {
            HtmlParser parser = new HtmlParser(XmlViolationPolicy.ALLOW);
            parser.setContentHandler(new DefaultHandler2());
            parser.setErrorHandler(new DefaultHandler2() {
                @Override
                public void warning(SAXParseException e) {
                    errors.add(e.toString());
                }

                @Override
                public void error(SAXParseException e) {
                    errors.add(e.toString());
                }
            });
            parser.parse(new InputSource(new StringReader(HtmlPage.of(report, "shop"))));
        }
        assertThat(errors).isEmpty();
    }

    @Test
    void loadsNothing() {
        assertThat(HtmlPage.of(Fleet.of(8), "shop"))
                .contains("default-src 'none'")
                .doesNotContain("http:", "https:", "url(", "@import", " style=", " onclick=", "src=", "<link");
    }

    @Test
    void makesNoMarkupOfWhatStrangersWrite() {
        String attacked = markup(EveryFinding.saying(HOSTILE));
        assertThat(tags(attacked)).isEqualTo(tags(markup(EveryFinding.saying("x"))));
        assertThat(attacked)
                .doesNotContain("<img", "<script>alert", "\u202E", "\u2066", "\u0000", "\u001B", "\u0085")
                .contains("&lt;img src=x", "\uFFFDtxt.exe\uFFFD");
    }

    @Test
    void staysSmallForManyImages() {
        byte[] page = HtmlPage.of(Fleet.of(200), "shop").getBytes(StandardCharsets.UTF_8);
        System.out.println("page of 200 images over two years: " + page.length + " bytes");
        assertThat(page).hasSizeLessThan(HtmlPage.LARGEST);
    }

    @Test
    void namesEveryPackageWhereThereIsRoom() {
        assertThat(HtmlPage.of(Fleet.of(8), "shop"))
                .contains("openssl", "zlib1g", "placeholder=\"image, file, package\"", " more digests")
                .doesNotContain(PageWording.cut(1, "x").substring(6, 20), "Long lists are cut");
    }

    @Test
    void countsWhatItLeavesOutAndPromisesNoSearchForIt() {
        assertThat(HtmlPage.of(Fleet.of(200), "shop"))
                .contains("--packages</code> names", "placeholder=\"image\"", "Long lists are cut");
    }

    @Test
    void writesOnceWhatAGroupShares() {
        Page page = Layout.of(Fleet.of(40), "shop", Integer.MAX_VALUE);
        Page.Group group = page.groups().stream()
                .filter(one -> !one.shared().isEmpty())
                .findFirst()
                .orElseThrow();
        List<Told.Row> shared =
                group.shared().stream().flatMap(table -> table.rows().stream()).toList();
        assertThat(shared).isNotEmpty();
        assertThat(group.items())
                .allSatisfy(item -> assertThat(item.told().stream().flatMap(table -> table.rows().stream()))
                        .doesNotContainAnyElementsOf(shared));
        assertThat(page.isWhole()).isTrue();
    }

    @Test
    void namesTheProjectAndNeverItsPlace() {
        assertThat(HtmlPage.of(Fleet.of(1), "shop")).contains("<title>tagdrift shop: ", "<bdi>shop</bdi>");
        assertThat(HtmlPage.of(Fleet.of(1), HOSTILE)).doesNotContain("<img", "<script>alert");
    }

    @Test
    void tellsWhatIsSoWithoutTheNameAboveIt() {
        assertThat(PageWording.below(List.of("a:1"), "`a:1` moved")).isEqualTo("moved");
        assertThat(PageWording.below(List.of("a:1"), "the image of `a:1` moved"))
                .isEqualTo("the image of `a:1` moved");
        assertThat(PageWording.below(List.of("a:1", "b"), "`a:1` moved")).isEqualTo("`a:1` moved");
    }

    @Test
    void tellsOneCauseUnderOneHeading() {
        List<String> titles = Layout.of(EveryFinding.report(), "shop", Integer.MAX_VALUE).groups().stream()
                .map(Page.Group::title)
                .toList();
        assertThat(titles).contains("Built again").noneMatch(title -> title.matches("[0-9]+ tags were built again.*"));
    }
}
