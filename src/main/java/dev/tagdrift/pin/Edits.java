package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Span;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds the bytes of a file that may have to change for a place to mean another reference.
 *
 * <p>A digest stands right behind the whole tag, in the word or in the default of an ARG. Behind a variable it would
 * outlive the variable's value: who builds with another value would get the image of the old one under the name of the
 * new one, since a builder that is given a digest does not look at the tag.
 */
final class Edits {
    /** The tag of a name that has none. */
    private static final String IMPLIED = "latest";

    private final String content;
    private final Place place;
    private final List<Edit> found = new ArrayList<>();

    private Edits(byte[] content, Place place) {
        this.content = new String(content, StandardCharsets.ISO_8859_1);
        this.place = place;
    }

    /** The edits to try, the likeliest first. */
    static List<Edit> of(byte[] content, Place place, ImageReference wanted) {
        Edits edits = new Edits(content, place);
        switch (place.reference()) {
            case Tagged name -> edits.add(name, wanted);
            case Pinned pinned -> edits.change(pinned, wanted);
            case Digested digested -> {}
        }
        return edits.found;
    }

    /** Why a place is left as it is where there is no edit to try. */
    static Left withoutAny(byte[] content, Place place) {
        Edits edits = new Edits(content, place);
        boolean untagged = place.reference() instanceof Tagged name
                && name.tag().equals(IMPLIED)
                && edits.regions().stream()
                        .allMatch(region -> edits.occurrences(region, IMPLIED).isEmpty());
        if (untagged) {
            return Left.NO_TAG;
        }
        return place.isConstant() || !place.defaults().isEmpty() ? Left.SPLIT_TAG : Left.GIVEN_OUTSIDE;
    }

    private void add(Tagged name, ImageReference wanted) {
        if (!(wanted instanceof Pinned pinned)) {
            return;
        }
        String digest = "@" + pinned.digest();
        for (Span region : regions()) {
            for (int at : occurrences(region, name.tag())) {
                int end = at + name.tag().length();
                boolean whole = (at == region.start() || !isOfTag(content.charAt(at - 1)))
                        && (end == region.end() || !isOfTag(content.charAt(end)));
                if (whole) {
                    found.add(new Edit(new Span(end, end), digest));
                }
            }
        }
        if (place.isConstant()) {
            // A tag that is broken over two lines does not stand in one piece, and yet nothing but it can end the word.
            int end = place.span().end();
            found.add(new Edit(new Span(end, end), digest));
        }
    }

    private void change(Pinned before, ImageReference wanted) {
        String old = wanted instanceof Pinned ? before.digest().toString() : "@" + before.digest();
        String fresh = wanted instanceof Pinned after ? after.digest().toString() : "";
        for (Span region : regions()) {
            for (int at : occurrences(region, old)) {
                found.add(new Edit(new Span(at, at + old.length()), fresh));
            }
        }
    }

    private List<Span> regions() {
        List<Span> regions = new ArrayList<>();
        regions.add(place.span());
        regions.addAll(place.defaults());
        return regions;
    }

    /** From the last to the first: what counts stands at the end of a reference. */
    private List<Integer> occurrences(Span region, String text) {
        List<Integer> all = new ArrayList<>();
        String words = content.substring(region.start(), region.end());
        for (int at = words.lastIndexOf(text); at >= 0; at = words.lastIndexOf(text, at - 1)) {
            all.add(region.start() + at);
        }
        return all;
    }

    private static boolean isOfTag(char c) {
        return c < 0x80 && (Character.isLetterOrDigit(c) || "_.-".indexOf(c) >= 0);
    }
}
