package dev.tagdrift.resolve;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.Answer.Found;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Asks registries about many images at once, each question one time, and for no more than it needs. */
public final class BatchResolver implements SnapshotStore {
    private final ManifestStore manifests;
    private final SnapshotReader reader;
    private final Lanes lanes;

    /**
     * A resolver on top of these stores.
     *
     * @param manifests asked for what references name
     * @param blobs asked for what images say about themselves
     * @param perRegistry how many questions one registry is asked at a time, from 1
     */
    public BatchResolver(ManifestStore manifests, BlobStore blobs, int perRegistry) {
        this(manifests, blobs, ReleaseReader.SILENT, perRegistry, () -> {});
    }

    /**
     * The same, for somebody who wants to know of releases, and how far it is.
     *
     * @param manifests asked for what references name
     * @param blobs asked for what images say about themselves
     * @param releases asked for the release of the system in each image that is read
     * @param perRegistry how many questions one registry is asked at a time, from 1
     * @param answered told after each question, from several threads
     */
    public BatchResolver(
            ManifestStore manifests, BlobStore blobs, ReleaseReader releases, int perRegistry, Runnable answered) {
        AskedOnce once = new AskedOnce(manifests, blobs);
        this.manifests = once;
        this.reader = new SnapshotReader(once, once, releases);
        this.lanes = new Lanes(perRegistry, answered);
    }

    /** What each tag names now, for one request where it names what it is expected to. */
    public Map<Tagged, Resolution> tags(Collection<TagQuestion> questions) {
        expect(questions, question -> question.name().repository());
        Map<Tagged, Resolution> resolutions = new LinkedHashMap<>();
        lanes.each(questions, question -> question.name().repository().registry(), this::tag)
                .forEach((question, resolution) -> resolutions.put(question.name(), resolution));
        return resolutions;
    }

    /** Whether each digest still exists. */
    public Map<Digested, Answer<Descriptor>> digests(Collection<Digested> references) {
        expect(references, Digested::repository);
        return lanes.each(references, reference -> reference.repository().registry(), manifests::head);
    }

    /** What each image is; empty where it is the one that needs no reading. */
    public Map<SnapshotQuestion, Answer<Optional<Snapshot>>> snapshots(Collection<SnapshotQuestion> questions) {
        expect(questions, question -> question.reference().repository());
        return lanes.each(
                questions, question -> question.reference().repository().registry(), this::snapshot);
    }

    @Override
    public Answer<Snapshot> snapshot(ImageReference reference, List<Platform> platforms) {
        return reader.read(reference, platforms);
    }

    @Override
    public Optional<Digest> digest(ImageReference reference) {
        return manifests.glance(reference).found().map(Descriptor::digest);
    }

    private <Q> void expect(Collection<Q> questions, Function<Q, Repository> repository) {
        manifests.expect(questions.stream().map(repository).distinct().toList());
    }

    /** A digest that the registry tells and does not know itself is no answer: then the body is asked for. */
    private Resolution tag(TagQuestion question) {
        Resolution told = resolution(question, manifests.head(question.name()));
        boolean disowned = told.moved()
                .flatMap(Answer::failure)
                .map(ResolutionFailure::isNotFound)
                .orElse(false);
        return disowned
                ? resolution(question, manifests.get(question.name()).then(image -> new Found<>(image.descriptor())))
                : told;
    }

    private Resolution resolution(TagQuestion question, Answer<Descriptor> current) {
        Optional<Digest> names = current.found().map(Descriptor::digest);
        boolean moved = names.isPresent() && question.locked().isPresent() && !names.equals(question.locked());
        boolean answered = current.failure().map(ResolutionFailure::isNotFound).orElse(true);
        return new Resolution(
                current,
                moved
                        ? names.map(digest ->
                                reader.readChanged(at(question, digest), question.platforms(), question.images()))
                        : Optional.empty(),
                answered && !moved
                        ? question.read().map(digest -> manifests.get(at(question, digest)))
                        : Optional.empty(),
                answered ? remembered(question, names) : Map.of());
    }

    private Map<Digest, Answer<Descriptor>> remembered(TagQuestion question, Optional<Digest> names) {
        Map<Digest, Answer<Descriptor>> answers = new LinkedHashMap<>();
        Stream.concat(question.locked().stream(), question.pins().stream())
                .distinct()
                .sorted()
                .filter(digest -> !names.equals(Optional.of(digest)))
                .forEach(digest -> answers.put(digest, manifests.head(at(question, digest))));
        return answers;
    }

    private static Digested at(TagQuestion question, Digest digest) {
        return new Digested(question.name().repository(), digest);
    }

    private Answer<Optional<Snapshot>> snapshot(SnapshotQuestion question) {
        ImageReference reference = question.reference();
        if (question.unless().isEmpty()) {
            return reader.read(reference, question.platforms()).then(snapshot -> new Found<>(Optional.of(snapshot)));
        }
        return manifests
                .head(reference)
                .then(current -> question.unless().equals(Optional.of(current.digest()))
                        ? new Found<>(Optional.empty())
                        : reader.read(new Digested(reference.repository(), current.digest()), question.platforms())
                                .then(snapshot -> new Found<>(Optional.of(snapshot))));
    }
}
