package dev.tagdrift.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes a version or a release of rpm apart: runs of digits and runs of letters, whatever separates them.
 *
 * @see <a href="https://rpm-software-management.github.io/rpm/man/rpm-version.7">rpm-version(7)</a>
 */
final class RpmVersions {
    /** From older to newer. */
    static final Comparator<String> ORDER = EpochVersion.order(RpmVersions::parts);

    private static final int TILDE = 0;
    private static final int END = 1;
    private static final int CARET = 2;
    private static final int LETTERS = 3;
    private static final int NUMBER = 4;

    private RpmVersions() {}

    private static List<VersionPart> parts(String version) {
        List<VersionPart> parts = new ArrayList<>();
        VersionText text = new VersionText(version);
        while (!text.atEnd()) {
            if (VersionText.isDigit(text.peek())) {
                parts.add(VersionPart.number(NUMBER, text.run(VersionText::isDigit)));
            } else if (VersionText.isLetter(text.peek())) {
                parts.add(VersionPart.of(LETTERS, text.run(VersionText::isLetter)));
            } else {
                switch (text.next()) {
                    case '~' -> parts.add(VersionPart.mark(TILDE));
                    case '^' -> parts.add(VersionPart.mark(CARET));
                    default -> {
                        // Any separator is as good as another, and so are several of them.
                    }
                }
            }
        }
        parts.add(VersionPart.mark(END));
        return parts;
    }
}
