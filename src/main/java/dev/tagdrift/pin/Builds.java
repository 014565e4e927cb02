package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Pulls;
import java.util.List;

/** The builds of a file: what each of them would pull. */
@FunctionalInterface
public interface Builds {
    /** What each build pulls if the file has this content; the same builds in the same order each time. */
    List<Pulls> of(byte[] content);
}
