package dev.tagdrift.explain;

import dev.tagdrift.explain.Unreadable.Flawed;
import dev.tagdrift.explain.Unreadable.Foreign;
import dev.tagdrift.explain.Unreadable.NoFiles;
import dev.tagdrift.explain.Unreadable.NotFetched;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.Collection;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * Asks layers for files: the cache first, since a layer never changes. Kept is only what its digest vouches for. Who asks
 * what another is reading already waits for that: many images stand on one layer.
 */
final class Layers {
    private final BlobStore blobs;
    private final LayerCache cache;
    private final LayerLimits limits;
    private final LayerWatch watch;
    private final ConcurrentMap<Asked, CompletableFuture<Optional<Told>>> underWay = new ConcurrentHashMap<>();

    /** What is asked of a layer, wherever it lives. */
    private record Asked(Digest layer, String question) {}

    /** What one told who was asked first. */
    private record Told(LayerReading.Read reading, Repository by) {
        /** What was not read to its end may be anything, and only the repository itself answers for it. */
        boolean counts(Repository asked) {
            return reading.whole() || by.equals(asked);
        }
    }

    Layers(BlobStore blobs, LayerCache cache, LayerLimits limits) {
        this(blobs, cache, limits, LayerWatch.NONE);
    }

    Layers(BlobStore blobs, LayerCache cache, LayerLimits limits, LayerWatch watch) {
        this.blobs = blobs;
        this.cache = cache;
        this.limits = limits;
        this.watch = watch;
    }

    /** Tells that all of these will be read. */
    void expect(Collection<Layer> expected) {
        watch.expect(expected.stream().mapToLong(Layer::size).sum());
    }

    /**
     * Puts what a layer tells on top of what is known of its image.
     *
     * @return why that cannot be, if it cannot
     */
    Optional<Unreadable> add(Repository repository, Layer layer, LayerQuestion question, RootFiles root) {
        return switch (read(repository, layer, question)) {
            case Reading.Read<LayerFiles>(LayerFiles files) -> {
                root.add(files);
                yield root.size() > limits.kept()
                        ? Optional.of(new Flawed(layer.blob().digest(), LayerFlaw.TOO_MUCH))
                        : Optional.empty();
            }
            case Reading.Failed<LayerFiles>(Unreadable reason) -> Optional.of(reason);
        };
    }

    Reading<LayerFiles> read(Repository repository, Layer layer, LayerQuestion question) {
        Asked asked = new Asked(layer.blob().digest(), question.name());
        CompletableFuture<Optional<Told>> mine = new CompletableFuture<>();
        Optional<Told> told = Optional.ofNullable(underWay.putIfAbsent(asked, mine))
                .flatMap(CompletableFuture::join)
                .filter(answer -> answer.counts(repository));
        if (told.isPresent()) {
            watch.read(layer.size());
            return new Reading.Read<>(told.get().reading().files());
        }
        try {
            return look(repository, layer, question).then(reading -> {
                mine.complete(Optional.of(new Told(reading, repository)));
                return new Reading.Read<>(reading.files());
            });
        } finally {
            // Another repository may tell what this one does not.
            mine.complete(Optional.empty());
            underWay.remove(asked, mine);
        }
    }

    private Reading<LayerReading.Read> look(Repository repository, Layer layer, LayerQuestion question) {
        Digest digest = layer.blob().digest();
        Optional<LayerFiles> known = cache.find(digest, question.name());
        if (known.isPresent()) {
            watch.read(layer.size());
            return new Reading.Read<>(new LayerReading.Read(known.get(), true));
        }
        String type = layer.blob().mediaType().value();
        if (!type.contains("tar") || type.endsWith("+encrypted")) {
            return new Reading.Failed<>(new NoFiles(digest, layer.blob().mediaType()));
        }
        return fetch(repository, layer, question);
    }

    private Reading<LayerReading.Read> fetch(Repository repository, Layer layer, LayerQuestion question) {
        LayerReader reader = new LayerReader(question, limits);
        return switch (blobs.read(repository, layer.blob(), bytes -> reader.read(new WatchedBytes(bytes, watch)))) {
            case Answer.Found<LayerReading>(LayerReading reading) -> read(layer, question, reading);
            case Answer.Failed<LayerReading>(ResolutionFailure reason) -> new Reading.Failed<>(failure(layer, reason));
        };
    }

    private Reading<LayerReading.Read> read(Layer layer, LayerQuestion question, LayerReading reading) {
        return switch (reading) {
            case LayerReading.Read read -> {
                if (read.whole()) {
                    cache.keep(layer.blob().digest(), question.name(), read.files());
                }
                yield new Reading.Read<>(read);
            }
            case LayerReading.Flawed(LayerFlaw flaw) ->
                new Reading.Failed<>(new Flawed(layer.blob().digest(), flaw));
        };
    }

    private static Unreadable failure(Layer layer, ResolutionFailure reason) {
        Digest digest = layer.blob().digest();
        return reason instanceof NotFound && isForeign(layer) ? new Foreign(digest) : new NotFetched(digest, reason);
    }

    /** Layers of Windows, mostly; the type is deprecated, and the registry may have them all the same. */
    private static boolean isForeign(Layer layer) {
        String type = layer.blob().mediaType().value();
        return type.contains("foreign") || type.contains("nondistributable");
    }
}
