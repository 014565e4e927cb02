package dev.tagdrift.explain;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;

import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Remembers in a folder what layers told. A layer never changes, so nothing in it becomes wrong; what cannot be read is
 * as good as not there, and what cannot be written is no reason to fail.
 */
public final class LayerCache {
    /** Remembers nothing. */
    public static final LayerCache NONE = new LayerCache(Optional.empty());

    private static final long LARGEST = 256L << 20;

    private final Optional<Path> folder;
    private final AtomicBoolean swept = new AtomicBoolean();

    private LayerCache(Optional<Path> folder) {
        this.folder = folder;
    }

    /** Remembers in a folder of its own, which is made when there is something to remember. */
    public static LayerCache in(Path folder) {
        return new LayerCache(Optional.of(folder));
    }

    /** What the layer told to the question of this name, if that is remembered. */
    Optional<LayerFiles> find(Digest layer, String question) {
        if (folder.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LayerFilesCodec.read(Files.readAllBytes(file(folder.get(), layer, question))));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void keep(Digest layer, String question, LayerFiles files) {
        folder.ifPresent(place -> {
            try {
                write(file(place, layer, question), LayerFilesCodec.write(files));
                if (swept.compareAndSet(false, true)) {
                    sweep(place, LARGEST);
                }
            } catch (IOException e) {
                // It is only slower the next time.
            }
        });
    }

    private static Path file(Path folder, Digest layer, String question) {
        byte[] key = (layer + "\n" + question).getBytes(StandardCharsets.UTF_8);
        return folder.resolve(Digest.of(key).hex());
    }

    /** Another process may read, or write the same, at any time. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
        Path temporary = Files.createTempFile(folder, "new-", ".tmp");
        try {
            Files.write(temporary, bytes);
            Files.move(temporary, file, ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Forgets what was written first, until what is left is no larger than this. */
    static void sweep(Path folder, long largest) throws IOException {
        List<Aged> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.flatMap(LayerCache::aged)
                    .sorted(Comparator.comparing(Aged::written).reversed())
                    .toList();
        }
        long size = 0;
        for (Aged file : files) {
            size += file.size();
            if (size > largest) {
                Files.deleteIfExists(file.path());
            }
        }
    }

    private static Stream<Aged> aged(Path file) {
        try {
            return Stream.of(new Aged(file, Files.getLastModifiedTime(file), Files.size(file)));
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    private record Aged(Path path, FileTime written, long size) {}
}
