package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Pull;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.dockerfile.Span;
import dev.tagdrift.image.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A word of a file that names an image, or several images to several builds.
 *
 * @param line of the word, from 1
 * @param instruction that names the image
 * @param written the word as it stands in the file
 * @param references what it means, each once
 * @param span of the word; empty if it does not stand in the file at all
 * @param defaults of ARGs that a part of a reference comes from
 */
public record Place(
        int line,
        Pull.Instruction instruction,
        String written,
        List<ImageReference> references,
        Span span,
        List<Span> defaults) {
    /** Copies the lists. */
    public Place {
        references = List.copyOf(references);
        defaults = List.copyOf(defaults);
    }

    /** The places of a file, in its order. */
    static List<Place> of(List<Pulls> builds) {
        SortedMap<Span, List<Pull>> bySpan = new TreeMap<>();
        for (Pulls build : builds) {
            for (Pull pull : build.pulls()) {
                bySpan.computeIfAbsent(pull.span(), first -> new ArrayList<>()).add(pull);
            }
        }
        return bySpan.values().stream().map(Place::united).toList();
    }

    private static Place united(List<Pull> pulls) {
        Pull first = pulls.getFirst();
        Set<Span> defaults =
                pulls.stream().flatMap(pull -> pull.defaults().stream()).collect(Collectors.toCollection(TreeSet::new));
        return new Place(
                first.line(),
                first.instruction(),
                first.written(),
                pulls.stream().map(Pull::reference).distinct().toList(),
                first.span(),
                List.copyOf(defaults));
    }

    /** Whether the image is named from outside of the file. */
    boolean isOutside() {
        return span.start() == span.end();
    }

    /** Whether no variable has a part in it. */
    public boolean isConstant() {
        return written.indexOf('$') < 0;
    }

    /** What it means to every build; of several images the first. */
    public ImageReference reference() {
        return references.getFirst();
    }
}
