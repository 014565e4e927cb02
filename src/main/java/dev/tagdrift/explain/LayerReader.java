package dev.tagdrift.explain;

import dev.tagdrift.explain.LayerEntry.Folder;
import dev.tagdrift.explain.LayerEntry.HardLink;
import dev.tagdrift.explain.LayerEntry.Link;
import dev.tagdrift.explain.LayerEntry.Other;
import dev.tagdrift.explain.LayerEntry.Removed;
import dev.tagdrift.explain.LayerEntry.Stored;
import dev.tagdrift.explain.UnpackedBytes.TooMuchException;
import dev.tagdrift.resolve.BlobReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/**
 * Reads what is wanted out of the bytes of one layer, which are a stranger's: nothing is written anywhere, and nothing
 * taken without a limit.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/layer.md">OCI image layer</a>
 */
final class LayerReader implements BlobReader<LayerReading> {
    private static final String WHITEOUT = ".wh.";
    private static final String OPAQUE = ".wh..wh..opq";

    /** A layer that has each file once needs fewer; one that repeats them is not judged again each time. */
    private static final int MOST_JUDGEMENTS = 64;

    private final LayerQuestion question;
    private final Wanted wanted;
    private final LayerLimits limits;

    LayerReader(LayerQuestion question, LayerLimits limits) {
        this.question = question;
        this.wanted = question.wanted();
        this.limits = limits;
    }

    @Override
    public LayerReading read(InputStream bytes) throws IOException {
        PackedBytes packed = new PackedBytes(bytes);
        try {
            return unpack(packed);
        } catch (TooMuchException e) {
            return new LayerReading.Flawed(LayerFlaw.TOO_LARGE);
        } catch (Compression.NoZstdException e) {
            return new LayerReading.Flawed(LayerFlaw.NO_ZSTD);
        } catch (IOException | RuntimeException e) {
            if (packed.failure().isPresent()) {
                throw packed.failure().get();
            }
            return new LayerReading.Flawed(LayerFlaw.MALFORMED);
        }
    }

    private LayerReading unpack(PackedBytes packed) throws IOException {
        Findings findings = new Findings();
        try (UnpackedBytes unpacked = new UnpackedBytes(Compression.unpack(packed), packed, limits);
                TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
            long sparse = 0;
            int judgements = 0;
            for (int count = 0; count <= limits.entries(); count++) {
                Optional<TarArchiveEntry> entry = next(tar, unpacked);
                if (entry.isEmpty()) {
                    unpacked.transferTo(OutputStream.nullOutputStream());
                    packed.transferTo(OutputStream.nullOutputStream());
                    return new LayerReading.Read(findings.files(), true);
                }
                sparse += entry.get().isSparse() ? entry.get().getRealSize() : 0;
                if (sparse < 0 || sparse > limits.unpacked()) {
                    throw new TooMuchException();
                }
                if (findings.add(entry.get(), tar)
                        && judgements++ < MOST_JUDGEMENTS
                        && question.enough().test(findings.entries)) {
                    return new LayerReading.Read(findings.files(), false);
                }
            }
            throw new TooMuchException();
        }
    }

    /** The library would skip what is left of an entry together with the header that follows. */
    private static Optional<TarArchiveEntry> next(TarArchiveInputStream tar, UnpackedBytes unpacked)
            throws IOException {
        if (tar.getCurrentEntry() != null) {
            tar.transferTo(OutputStream.nullOutputStream());
        }
        unpacked.beginHeader();
        Optional<TarArchiveEntry> entry = Optional.ofNullable(tar.getNextEntry());
        unpacked.endHeader();
        return entry;
    }

    /** What was found so far. */
    private final class Findings {
        private final Map<String, LayerEntry> entries = new HashMap<>();
        private final Set<String> opaque = new HashSet<>();
        private long kept;

        LayerFiles files() {
            return new LayerFiles(entries, opaque);
        }

        /** Whether the entry matters. */
        boolean add(TarArchiveEntry entry, InputStream content) throws IOException {
            Optional<String> path = LayerPath.of(entry.getName());
            if (path.isEmpty()) {
                return false;
            }
            String name = LayerPath.name(path.get());
            String folder = LayerPath.parent(path.get());
            if (name.equals(OPAQUE)) {
                if (wanted.concerns(folder)) {
                    count(folder.length() + LayerEntry.OVERHEAD);
                    return opaque.add(folder);
                }
                return false;
            }
            if (name.startsWith(WHITEOUT)) {
                return put(LayerPath.in(folder, name.substring(WHITEOUT.length())), new Removed());
            }
            return wanted.concerns(path.get()) && put(path.get(), read(path.get(), entry, content));
        }

        private boolean put(String path, LayerEntry entry) throws TooMuchException {
            if (wanted.concerns(path)) {
                count(path.length() + LayerEntry.OVERHEAD);
                entries.put(path, entry);
                return true;
            }
            return false;
        }

        private LayerEntry read(String path, TarArchiveEntry entry, InputStream content) throws IOException {
            count(entry.getLinkName().length());
            if (entry.isSymbolicLink()) {
                return new Link(entry.getLinkName());
            }
            if (entry.isLink()) {
                return LayerPath.of(entry.getLinkName())
                        .<LayerEntry>map(HardLink::new)
                        .orElseGet(Other::new);
            }
            if (entry.isDirectory()) {
                return new Folder();
            }
            return entry.isFile() && wanted.includes(path) ? new Stored(keep(content)) : new Other();
        }

        private byte[] keep(InputStream content) throws IOException {
            byte[] bytes = content.readNBytes((int) Math.min(limits.kept() - kept + 1, Integer.MAX_VALUE));
            count(bytes.length);
            return bytes;
        }

        private void count(long bytes) throws TooMuchException {
            kept += bytes;
            if (kept > limits.kept()) {
                throw new TooMuchException();
            }
        }
    }
}
