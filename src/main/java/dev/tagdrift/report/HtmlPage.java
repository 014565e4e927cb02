package dev.tagdrift.report;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;
import java.util.regex.Pattern;

/** What a check has to tell as one page for a browser, which loads nothing and needs nobody's script. */
public final class HtmlPage {
    /** In bytes: a page is an artifact of a job, and read over a network. */
    static final int LARGEST = 1_000_000;

    /** How long a list may be: all of it, if the page does not get too large by it. */
    private static final int[] MOST = {Integer.MAX_VALUE, 50, 7};

    private HtmlPage() {}

    /**
     * Of a check, with each image and what is known of its past.
     *
     * @param project that it is about, by a name that says nothing of where it lies
     */
    public static String of(Report report, String project) {
        String html = "";
        for (int most : MOST) {
            html = written(Layout.of(report, project, most));
            if (BoundedText.size(html) <= LARGEST) {
                return html;
            }
        }
        return html;
    }

    /**
     * Of a run that could not do its work.
     *
     * @param project likewise
     */
    public static String of(Bulletin bulletin, String project) {
        return written(Layout.of(bulletin, project));
    }

    // The template takes null where nobody looks at its tags, and no annotation says so.
    @SuppressWarnings("NullAway")
    private static String written(Page page) {
        StringOutput html = new StringOutput();
        Inline style = Inline.read("page.css");
        Inline script = Inline.read("page.js");
        JtepageGenerated.render(new PlainOutput(html), null, page, style, script);
        return html.toString();
    }

    /**
     * A part of the page that is no HTML.
     *
     * @param text of it
     * @param hash by which the page's policy allows it, and no other
     */
    record Inline(String text, String hash) {
        static Inline read(String name) {
            try (InputStream file = Objects.requireNonNull(HtmlPage.class.getResourceAsStream(name), name)) {
                String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
                return new Inline(text, "'sha256-" + Base64.getEncoder().encodeToString(sha256(text)) + "'");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] sha256(String text) {
            try {
                return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Shows in the place of a character that is obeyed and not seen, that there is one. */
    private static final class PlainOutput extends OwaspHtmlTemplateOutput {
        /** Control characters, those that turn the direction of text, and halves of characters. */
        private static final Pattern OBEYED =
                Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Cs}\\x{FFFE}\\x{FFFF}\\x{2028}\\x{2029}]");

        PlainOutput(StringOutput html) {
            super(html);
        }

        @Override
        public void writeUserContent(String text) {
            super.writeUserContent(OBEYED.matcher(text).replaceAll("\uFFFD"));
        }
    }
}
