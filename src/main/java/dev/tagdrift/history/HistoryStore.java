package dev.tagdrift.history;

import dev.tagdrift.history.HistoryReading.Absent;
import dev.tagdrift.history.HistoryReading.Present;
import dev.tagdrift.history.HistoryReading.Reason;
import dev.tagdrift.history.HistoryReading.Rejected;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The history on disk: lines that are only ever added, until those that are too old are left out of a new file.
 *
 * <p>Two writers take turns by a lock on the file, and each reads again under it. Where a file system has no locks, a
 * writer still adds its lines by one write at the end, so that none is lost; and a line that two have written tells
 * nothing twice.
 */
public final class HistoryStore {
    private static final int MAX_BYTES = 64 << 20;

    private final Path file;

    /**
     * A store at this place.
     *
     * @param file where the history is, or will be
     */
    public HistoryStore(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What the file says. */
    public HistoryReading read() {
        try {
            if (Files.notExists(file, LinkOption.NOFOLLOW_LINKS)) {
                return new Absent();
            }
            if (!Files.isRegularFile(file)) {
                return new Rejected(Reason.NO_FILE, 1);
            }
            if (Files.size(file) > MAX_BYTES) {
                return new Rejected(Reason.TOO_LARGE, 1);
            }
            return HistoryCodec.read(Files.readAllBytes(file));
        } catch (AccessDeniedException e) {
            return new Rejected(Reason.NO_PERMISSION, 1);
        } catch (IOException e) {
            return new Rejected(Reason.IO_ERROR, 1);
        }
    }

    /**
     * Adds what is new in these sightings, and leaves out what was over before a time. Where neither is due, the file is
     * not touched.
     *
     * @throws IOException if it could not be written; what was there is there still
     */
    public void record(Collection<Sighting> seen, Instant start) throws IOException {
        if (isDue(seen, start)) {
            Files.createDirectories(file.resolveSibling(""));
            try (LockedFile locked = LockedFile.open(file)) {
                write(locked, seen, start);
            }
        }
    }

    private boolean isDue(Collection<Sighting> seen, Instant start) throws IOException {
        Present now = present(read());
        return isOverlong(now, start) || !now.history().news(seen).isEmpty();
    }

    private static boolean isOverlong(Present now, Instant start) {
        return !now.cutLines().isEmpty() || !now.history().since(start).equals(now.history());
    }

    private void write(LockedFile locked, Collection<Sighting> seen, Instant start) throws IOException {
        byte[] content = locked.read(MAX_BYTES);
        Present now = present(HistoryCodec.read(content));
        if (locked.isMine() && isOverlong(now, start)) {
            List<Sighting> kept = now.history().with(seen).since(start).sightings();
            locked.replace(text(kept, HistoryCodec.lines(content)));
        } else {
            List<Sighting> news = now.history().news(seen);
            if (!news.isEmpty()) {
                String text = text(news, Map.of());
                locked.append(now.ended() ? text : "\n" + text);
            }
        }
    }

    /** Each in the words in which it stands there already, if it does. */
    private static String text(List<Sighting> sightings, Map<Sighting, String> written) {
        return sightings.stream()
                .map(sighting -> written.getOrDefault(sighting, HistoryCodec.line(sighting)))
                .collect(Collectors.joining());
    }

    private Present present(HistoryReading reading) throws IOException {
        return switch (reading) {
            case Absent absent -> new Present(History.EMPTY, List.of(), true);
            case Present present -> present;
            case Rejected rejected -> throw new FileSystemException(file.toString(), null, "it is no history");
        };
    }
}
