package dev.tagdrift.report;

import java.util.List;

/** A bulletin as Markdown with folded details, for a comment on a pull request or the summary of a job. */
public final class Markdown {
    /** The length of a comment on GitHub, the smallest of the places that it is for. */
    public static final int COMMENT = 65_536;

    /** By this a script finds its own comment again. */
    private static final String MARK = "<!-- tagdrift -->\n";

    private final BoundedText text;
    private final int limit;

    private Markdown(int limit) {
        this.text = new BoundedText(limit);
        this.limit = limit;
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
        String start = MARK + (bulletin.summary().isEmpty() ? "" : "**tagdrift**: " + bulletin.summary() + "\n");
        text.append(start, reserve);
        int hidden = entries(bulletin.paragraphs(), limit - BoundedText.size(start), reserve);
        if (hidden > 0) {
            text.append("\n" + CheckWording.notShown(hidden) + "\n", 0);
        }
        return text.toString();
    }

    /**
     * Writes as many as fit. What all of them leave free is for the details of those that have some, the same for each.
     *
     * @return how many do not fit
     */
    private int entries(List<Entry> entries, int space, int reserve) {
        int free = space
                - reserve
                - entries.stream()
                        .mapToInt(entry -> BoundedText.size(folded(entry, 0)))
                        .sum();
        long detailed = entries.stream().filter(Markdown::hasDetails).count();
        int hidden = 0;
        for (Entry entry : entries) {
            String whole = folded(entry, hasDetails(entry) ? (int) (free / detailed) : 0);
            if (hasDetails(entry)) {
                detailed--;
                free -= BoundedText.size(whole) - BoundedText.size(folded(entry, 0));
            }
            // The first that does not fit is the last that is shown, or a lighter one would seem to follow it.
            if (hidden > 0 || !(text.append(whole, reserve) || text.append(head(entry.message()), reserve))) {
                hidden++;
            }
        }
        return hidden;
    }

    private static boolean hasDetails(Entry entry) {
        return !entry.parts().isEmpty() || entry.told().isPresent();
    }

    private static String head(Message message) {
        return "\n<p>" + line(message) + "</p>\n";
    }

    /**
     * No line of it is empty: an empty line would end the HTML and begin Markdown.
     *
     * @param room for more than the facts
     */
    private static String folded(Entry entry, int room) {
        String below = TextRenderer.below(entry.message());
        return below.isEmpty()
                ? head(entry.message())
                : "\n<details><summary>" + line(entry.message()) + "</summary>\n" + MarkdownText.block(below) + "\n"
                        + (entry.parts().isEmpty() ? told(entry, room) : parts(entry.parts(), room))
                        + "</details>\n";
    }

    private static String told(Entry entry, int room) {
        return entry.told()
                .map(told -> ToldMarkdown.sections(told, room))
                .orElse("")
                .replace("\n\n", "\n")
                .stripLeading();
    }

    private static String parts(List<Entry> parts, int room) {
        StringBuilder text = new StringBuilder();
        int free = room;
        for (int i = 0; i < parts.size(); i++) {
            Entry part = parts.get(i);
            int share = free / (parts.size() - i) - BoundedText.size(folded(part, 0));
            String told = folded(part, Math.max(0, share)).stripLeading();
            if (BoundedText.size(told) <= free) {
                text.append(told);
                free -= BoundedText.size(told);
            }
        }
        return text.toString();
    }

    private static String line(Message message) {
        String where = message.where().isEmpty() ? "" : MarkdownText.code(message.where()) + ": ";
        return where + "<b>" + message.kind() + "[" + message.id() + "]</b>: "
                + MarkdownText.sentence(message.sentence());
    }
}
