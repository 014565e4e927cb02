package dev.tagdrift.report;

/** A bulletin as Markdown with folded details, for a comment on a pull request or the summary of a job. */
public final class Markdown {
    /** The length of a comment on GitHub, the smallest of the places that it is for. */
    public static final int COMMENT = 65_536;

    /** By this a script finds its own comment again. */
    private static final String MARK = "<!-- tagdrift -->\n";

    private final BoundedText text;

    private Markdown(int limit) {
        text = new BoundedText(limit);
    }

    /**
     * The document.
     *
     * @param limit of its length in bytes of UTF-8, which are at least as many as characters
     */
    public static String of(Bulletin bulletin, int limit) {
        return new Markdown(limit).written(bulletin);
    }

    private String written(Bulletin bulletin) {
        // What must be said of entries that do not fit is never longer than if none did.
        int reserve = BoundedText.size(CheckWording.notShown(bulletin.entries().size()) + "\n\n");
        text.append(MARK + (bulletin.summary().isEmpty() ? "" : "**tagdrift**: " + bulletin.summary() + "\n"), reserve);
        int hidden = 0;
        for (Entry entry : bulletin.paragraphs()) {
            // The first that does not fit is the last that is shown, or a lighter one would seem to follow it.
            if (hidden > 0
                    || !(text.append(folded(entry.message()), reserve)
                            || text.append(head(entry.message()), reserve))) {
                hidden++;
            }
        }
        if (hidden > 0) {
            text.append("\n" + CheckWording.notShown(hidden) + "\n", 0);
        }
        return text.toString();
    }

    private static String head(Message message) {
        return "\n<p>" + line(message) + "</p>\n";
    }

    /** No line of it is empty: an empty line would end the HTML and begin Markdown. */
    private static String folded(Message message) {
        String below = TextRenderer.below(message);
        return below.isEmpty()
                ? head(message)
                : "\n<details><summary>" + line(message) + "</summary>\n" + MarkdownText.block(below)
                        + "\n</details>\n";
    }

    private static String line(Message message) {
        String where = message.where().isEmpty() ? "" : MarkdownText.code(message.where()) + ": ";
        return where + "<b>" + message.kind() + "[" + message.id() + "]</b>: "
                + MarkdownText.sentence(message.sentence());
    }
}
