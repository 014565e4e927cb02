package dev.tagdrift.dockerfile;

/**
 * How much text the variables of one build may bring: a handful of lines can ask for more than any memory holds.
 *
 * <p>What stands in the file itself does not count.
 */
final class Budget {
    private static final int LIMIT = 8 << 20;

    private int left = LIMIT;

    /** @throws BadWordException if nothing is left */
    void spend(int characters) throws BadWordException {
        left -= Math.min(characters, left);
        if (left == 0) {
            throw new BadWordException(SyntaxError.TOO_COMPLEX);
        }
    }
}
