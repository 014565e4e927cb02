package dev.tagdrift.resolve;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

/**
 * Asks for what is under a digest once, since it never changes: many tags name the same image, and registries count what
 * is pulled. Tags are asked for each time.
 */
final class AskedOnce implements ManifestStore, BlobStore {
    private final ManifestStore manifests;
    private final BlobStore blobs;
    private final ConcurrentMap<Digested, CompletableFuture<Answer<Descriptor>>> heads = new ConcurrentHashMap<>();
    private final ConcurrentMap<Digested, CompletableFuture<Answer<ResolvedImage>>> images = new ConcurrentHashMap<>();
    private final ConcurrentMap<Digested, CompletableFuture<Answer<ImageConfig>>> configs = new ConcurrentHashMap<>();

    AskedOnce(ManifestStore manifests, BlobStore blobs) {
        this.manifests = manifests;
        this.blobs = blobs;
    }

    @Override
    public void expect(Collection<Repository> repositories) {
        manifests.expect(repositories);
    }

    @Override
    public Answer<Descriptor> head(ImageReference reference) {
        return switch (reference) {
            case Tagged tagged -> manifests.head(tagged);
            case Pinned(Tagged name, Digest digest) -> head(new Digested(name.repository(), digest));
            case Digested digested -> once(heads, digested, () -> manifests.head(digested));
        };
    }

    @Override
    public Answer<Descriptor> glance(ImageReference reference) {
        return reference instanceof Tagged tagged ? manifests.glance(tagged) : head(reference);
    }

    /** Not kept: a manifest never changes, but others may refer to it at any time. */
    @Override
    public Answer<List<Referrer>> referrers(Repository repository, Digest subject) {
        return manifests.referrers(repository, subject);
    }

    @Override
    public Answer<ResolvedImage> get(ImageReference reference) {
        return switch (reference) {
            case Tagged tagged -> manifests.get(tagged);
            case Pinned(Tagged name, Digest digest) -> get(new Digested(name.repository(), digest));
            case Digested digested -> once(images, digested, () -> manifests.get(digested));
        };
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        return once(configs, new Digested(repository, config.digest()), () -> blobs.config(repository, config));
    }

    /** Not kept: a layer is large, and what is read of it differs. */
    @Override
    public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
        return blobs.read(repository, blob, reader);
    }

    /** Who comes second waits for the first. A map that computes would hold others up as well. */
    private static <A> A once(
            ConcurrentMap<Digested, CompletableFuture<A>> answers, Digested question, Supplier<A> ask) {
        CompletableFuture<A> mine = new CompletableFuture<>();
        CompletableFuture<A> first = answers.putIfAbsent(question, mine);
        if (first != null) {
            return first.join();
        }
        try {
            mine.complete(ask.get());
        } catch (Throwable e) {
            mine.completeExceptionally(e);
            throw e;
        }
        return mine.join();
    }
}
