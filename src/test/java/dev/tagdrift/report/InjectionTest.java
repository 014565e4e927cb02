package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.testing.EveryFinding;
import java.io.ByteArrayInputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Whatever strangers write into paths, files and answers, no format takes it for its own syntax. */
class InjectionTest {
    static final String HOSTILE = "x`y``|<img src=x> @team #12 GH-1 http://evil.example www.evil.example [t](http://e)"
            + " \\[u\\](http://e) <!-- --></pre></summary></details></code> ]]></failure></system-out><!DOCTYPE a>&amp;"
            + "\n\n# title\n\n::error file=a,line=1::b%0A%25,c:d\r\n##[error]e\r::stop-commands::f\u0000\u001B[31m\u0085"
            + "\uFFFF\t{0} {{1}} $@ \"quoted\" 'single'";

    private static final Bulletin CALM = Bulletin.of(EveryFinding.saying("x"));
    private static final Bulletin ATTACKED = Bulletin.of(EveryFinding.saying(HOSTILE));

    private static final Pattern TAG = Pattern.compile("</?(?:details|summary|code|pre|b|p|table|tr|td)>");
    private static final Pattern QUIET = Pattern.compile("<code>[^<]*</code>|<pre>[^<]*</pre>");

    @Test
    void markdownHoldsNoTagsButItsOwn() {
        String markdown = Markdown.of(ATTACKED, Integer.MAX_VALUE).replaceFirst("<!-- tagdrift -->", "");
        assertThat(TAG.matcher(markdown).replaceAll("")).doesNotContain("<", ">");
        for (String tag : List.of("details", "summary", "pre")) {
            assertThat(markdown.split("<" + tag + ">", -1))
                    .hasSameSizeAs(markdown.split("</" + tag + ">", -1))
                    .hasSameSizeAs(Markdown.of(CALM, Integer.MAX_VALUE).split("<" + tag + ">", -1));
        }
    }

    @Test
    void markdownHoldsWhatCouldBeActiveAsCodeOnly() {
        String markdown = Markdown.of(ATTACKED, Integer.MAX_VALUE);
        assertThat(QUIET.matcher(markdown).replaceAll(""))
                .contains("is no image name")
                .doesNotContain("@", "#", "http", "www.", "](", "::", "GH-", "`");
    }

    @Test
    void markdownHasAnEmptyLineOnlyBetweenEntries() {
        String markdown = Markdown.of(ATTACKED, Integer.MAX_VALUE);
        List<String> parts = List.of(markdown.split("\n\n", -1));
        assertThat(parts).hasSize(ATTACKED.paragraphs().size() + 1);
        assertThat(parts.subList(1, parts.size()))
                .allMatch(part -> part.startsWith("<details>") || part.startsWith("<p>"));
    }

    @Test
    void xmlHasTheSameElements() throws Exception {
        assertThat(elements(JUnitXml.of(ATTACKED))).isEqualTo(elements(JUnitXml.of(CALM)));
    }

    private static List<String> elements(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        Document document =
                factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
        NodeList nodes = document.getElementsByTagName("*");
        return IntStream.range(0, nodes.getLength())
                .mapToObj(i -> nodes.item(i).getNodeName())
                .toList();
    }

    /** Runners of GitHub and Azure read commands out of what a step prints. */
    @Test
    void textCommandsNoRunner() {
        List<String> words =
                List.of("##vso[task.prependpath]/evil", "a ##VSO[x]y", "##[error]x", "::error::x", "x ::set-env::");
        for (String word : words) {
            assertThat(TextRenderer.plain(word))
                    .doesNotContainIgnoringCase("##vso[", "##[")
                    .doesNotContainPattern("(^|\\s)::");
        }
        assertThat(TextRenderer.plain("[::1]:5000/a # b")).isEqualTo("[::1]:5000/a # b");
        assertThat(new TextRenderer(false, 80).lines(ATTACKED.messages().getFirst()))
                .noneMatch(line -> line.strip().startsWith("::") || line.contains("##["));
    }

    @Test
    void annotationsAreOneLineEach() {
        List<String> lines = List.of(GitHubAnnotations.of(ATTACKED).split("[\n\r]", -1));
        assertThat(lines).hasSize(ATTACKED.entries().size() + 1);
        assertThat(lines.subList(0, lines.size() - 1))
                .allMatch(line ->
                        line.matches("::(error|warning|notice) (file=[^,:]+,line=\\d+,)?title=[^,:]+::[^\\p{Cc}]*"));
    }

    @Test
    void annotationsPointToTheFile() {
        String line = GitHubAnnotations.of(ATTACKED).lines().findFirst().orElseThrow();
        String file = line.replaceFirst("::error file=([^,]*),line=.*", "$1");
        assertThat(file.replace("%2C", ",")
                        .replace("%3A", ":")
                        .replace("%0A", "\n")
                        .replace("%0D", "\r")
                        .replace("%25", "%"))
                .isEqualTo(HOSTILE);
    }

    @Test
    void sarifMessagesHoldNoLinksAndNoPlaceholders() {
        List<String> texts = SarifTest.run(ATTACKED).findValues("message").stream()
                .map(message -> message.at("/text").asText())
                .toList();
        assertThat(texts).hasSize(ATTACKED.entries().size()).allSatisfy(text -> {
            String literal =
                    text.replaceAll("\\\\[\\\\\\[\\]]", "").replace("{{", "").replace("}}", "");
            assertThat(literal).doesNotContain("[", "]", "{", "}", "\\");
        });
        assertThat(texts).anyMatch(text -> text.contains("\\[t\\](http://e)"));
    }

    @Test
    void sarifPathsAreUris() {
        String uri = SarifTest.run(ATTACKED)
                .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText();
        assertThat(uri).matches("[A-Za-z0-9._~/%-]+");
        assertThat(URLDecoder.decode(uri, StandardCharsets.UTF_8)).isEqualTo(HOSTILE);
    }

    @Test
    void codeQualityKeepsThePath() throws Exception {
        JsonNode report = new ObjectMapper().readTree(GitLabQuality.of(ATTACKED));
        assertThat(report).hasSameSizeAs(ATTACKED.entries());
        assertThat(report.at("/0/location/path").asText()).isEqualTo(HOSTILE);
    }
}
