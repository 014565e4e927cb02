package dev.tagdrift.testing;

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
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ManifestStore;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Images in memory, for all registries at once, and a record of what was asked. */
public final class RecordingStore implements ManifestStore, BlobStore {
    private final Map<String, Answer<ResolvedImage>> manifests = new HashMap<>();
    private final Map<Digest, Answer<ImageConfig>> configs = new HashMap<>();
    private final Map<Digest, List<Referrer>> referrers = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private Consumer<String> onRequest = request -> {};

    /** Lets the tag name the image. What the tag named before is kept under its digest. */
    public RecordingStore put(String tag, ResolvedImage image) {
        Tagged name = Uses.tag(tag);
        manifests.put(name.toString(), new Found<>(image));
        keep(name.repository(), image);
        return this;
    }

    /** Puts an image under its digest alone. */
    public RecordingStore keep(Repository repository, ResolvedImage image) {
        manifests.put(key(repository, image.digest()), new Found<>(image));
        switch (image) {
            case Index index ->
                index.entries().forEach(entry -> {
                    Single single = Resolved.single(entry.manifest());
                    manifests.put(key(repository, single.digest()), new Found<>(single));
                    configs.put(
                            single.config().digest(),
                            new Found<>(Resolved.config(entry.platform().toString())));
                });
            case Single single ->
                configs.putIfAbsent(single.config().digest(), new Found<>(Resolved.config("linux/amd64")));
        }
        return this;
    }

    /** Lets a manifest, which is kept under its own digest, refer to another. */
    public RecordingStore refer(Digest subject, Referrer referrer) {
        referrers.computeIfAbsent(subject, any -> new ArrayList<>()).add(referrer);
        return this;
    }

    /** Lets every question about the reference fail. */
    public RecordingStore fail(ImageReference reference, ResolutionFailure failure) {
        manifests.put(key(reference), new Failed<>(failure));
        return this;
    }

    /** Lets the question for the configuration of the image fail. */
    public RecordingStore failConfig(Single image, ResolutionFailure failure) {
        configs.put(image.config().digest(), new Failed<>(failure));
        return this;
    }

    /** Calls this with each request, on the thread that asks, before it is answered. */
    public RecordingStore onRequest(Consumer<String> listener) {
        onRequest = listener;
        return this;
    }

    /** What was asked so far, such as {@code HEAD docker.io/library/python:3.12}. */
    public List<String> requests() {
        synchronized (requests) {
            return List.copyOf(requests);
        }
    }

    @Override
    public Answer<Descriptor> head(ImageReference reference) {
        record("HEAD " + key(reference));
        return answer(reference).then(image -> new Found<>(image.descriptor()));
    }

    @Override
    public Answer<Descriptor> glance(ImageReference reference) {
        return head(reference);
    }

    @Override
    public Answer<List<Referrer>> referrers(Repository repository, Digest subject) {
        record("REFERRERS " + key(repository, subject));
        return new Found<>(referrers.getOrDefault(subject, List.of()));
    }

    @Override
    public Answer<ResolvedImage> get(ImageReference reference) {
        record("GET " + key(reference));
        return answer(reference);
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        record("BLOB " + key(repository, config.digest()));
        return configs.getOrDefault(config.digest(), new Failed<>(new NotFound(repository.registry(), true, false)));
    }

    /** Has no layers. */
    @Override
    public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
        record("LAYER " + key(repository, blob.digest()));
        return new Failed<>(new NotFound(repository.registry(), true, false));
    }

    private Answer<ResolvedImage> answer(ImageReference reference) {
        String registry = reference.repository().registry();
        return manifests.getOrDefault(key(reference), new Failed<>(new NotFound(registry, true, false)));
    }

    private void record(String request) {
        synchronized (requests) {
            requests.add(request);
        }
        onRequest.accept(request);
    }

    private static String key(ImageReference reference) {
        return switch (reference) {
            case Tagged tagged -> tagged.toString();
            case Pinned pinned -> key(pinned.repository(), pinned.digest());
            case Digested digested -> digested.toString();
        };
    }

    private static String key(Repository repository, Digest digest) {
        return new Digested(repository, digest).toString();
    }
}
