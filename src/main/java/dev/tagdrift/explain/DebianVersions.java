package dev.tagdrift.explain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Takes an upstream version or a revision of Debian apart: characters, a number, characters, a number, and so on.
 *
 * @see <a href="https://www.debian.org/doc/debian-policy/ch-controlfields.html#version">Debian policy, 5.6.12</a>
 */
final class DebianVersions {
    /** From older to newer. */
    static final Comparator<String> ORDER = EpochVersion.order(DebianVersions::parts);

    private static final int TILDE = 0;
    private static final int NUMBER = 1;
    private static final int LETTER = 2;
    private static final int OTHER = 3;

    private DebianVersions() {}

    /** The end counts as zero, and so does a number that is missing between characters and the end. */
    private static List<VersionPart> parts(String version) {
        List<VersionPart> parts = new ArrayList<>();
        VersionText text = new VersionText(version);
        while (!text.atEnd()) {
            text.run(character -> !VersionText.isDigit(character))
                    .chars()
                    .mapToObj(DebianVersions::part)
                    .forEach(parts::add);
            parts.add(VersionPart.number(NUMBER, text.run(VersionText::isDigit)));
        }
        parts.add(VersionPart.number(NUMBER, ""));
        return parts;
    }

    private static VersionPart part(int character) {
        int rank = character == '~' ? TILDE : VersionText.isLetter(character) ? LETTER : OTHER;
        return VersionPart.of(rank, Character.toString(character));
    }
}
