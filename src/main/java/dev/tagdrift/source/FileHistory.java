package dev.tagdrift.source;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * What a file held, as far as git tells.
 *
 * @param revisions the oldest first; none where the file is in no repository
 * @param shallow whether the clone does not go back to where the file began
 */
public record FileHistory(List<Revision> revisions, boolean shallow) {
    static final FileHistory NONE = new FileHistory(List.of(), false);

    /** Copies the list. */
    public FileHistory {
        revisions = List.copyOf(revisions);
    }

    /**
     * A state of the file.
     *
     * @param when it was committed; a merge counts, not the commits that it brought
     * @param exact whether it began then; otherwise it was there already, for nobody knows how long
     * @param content of the file
     */
    @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
    public record Revision(Instant when, boolean exact, byte[] content) {}

    /**
     * Of a file, along the first parents of what is checked out.
     *
     * @param since what is older is of no interest
     */
    public static FileHistory of(Path file, Instant since) {
        return GitFile.history(file, since);
    }
}
