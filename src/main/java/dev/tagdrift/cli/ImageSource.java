package dev.tagdrift.cli;

import dev.tagdrift.cli.ImageArgument.Place;
import dev.tagdrift.enforce.BuiltImage;
import dev.tagdrift.enforce.BuiltImages;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a built image: the engine's, for its one platform, or the registry's, for each that it has. */
final class ImageSource {
    private static final String ENGINE = "the Docker engine";

    private final LocalImages engine;
    private final RegistryClient registry;
    private final BuiltImages pushed;
    private final List<Platform> platforms;

    ImageSource(LocalImages engine, RegistryClient registry, List<Platform> platforms) {
        this.engine = engine;
        this.registry = registry;
        this.pushed = new BuiltImages(registry, registry);
        this.platforms = List.copyOf(platforms);
    }

    /**
     * What came of the search.
     *
     * @param images by platform
     * @param missing platforms that are asked for and that the image does not have
     * @param engine why the engine does not have it, where a registry was asked in its stead
     */
    record Sought(Answer<List<BuiltImage>> images, List<Platform> missing, Optional<ResolutionFailure> engine) {}

    /** The images that are asked for, and the platforms that there is none for. */
    private record Chosen(List<BuiltImage> images, List<Platform> missing) {}

    private static Sought sought(Answer<Chosen> chosen, Optional<ResolutionFailure> engine) {
        return new Sought(
                chosen.then(found -> new Found<>(found.images())),
                chosen.found().map(Chosen::missing).orElse(List.of()),
                engine);
    }

    Sought find(ImageArgument image) {
        if (image.place() == Place.REGISTRY) {
            return sought(pulled(image.reference()), Optional.empty());
        }
        Answer<Optional<LocalImage>> held = engine.find(image.name());
        Optional<LocalImage> local = held.found().flatMap(found -> found);
        if (local.isPresent()) {
            return sought(new Found<>(chosen(BuiltImage.of(local.get().config()))), Optional.empty());
        }
        ResolutionFailure reason = held.failure().orElse(new NotFound(ENGINE, true, true));
        return image.place() == Place.DAEMON
                ? sought(new Failed<>(reason), Optional.empty())
                : sought(pulled(image.reference()), Optional.of(reason));
    }

    private Answer<Chosen> pulled(ImageReference reference) {
        Repository repository = reference.repository();
        return registry.get(reference).then(image -> switch (image) {
            case Single single -> pushed.read(repository, single, single).then(one -> new Found<>(chosen(one)));
            case Index index -> all(repository, index).then(all -> new Found<>(chosen(index, all)));
        });
    }

    private Chosen chosen(BuiltImage one) {
        List<Platform> missing = platforms.stream()
                .filter(platform -> !platform.accepts(one.platform()))
                .toList();
        return new Chosen(platforms.isEmpty() || missing.size() < platforms.size() ? List.of(one) : List.of(), missing);
    }

    private Chosen chosen(Index index, List<BuiltImage> images) {
        return new Chosen(
                images,
                platforms.stream()
                        .filter(platform -> index.forPlatform(platform).isEmpty())
                        .toList());
    }

    private List<Entry> wanted(Index index) {
        return platforms.isEmpty()
                ? index.entries()
                : platforms.stream()
                        .flatMap(platform -> index.forPlatform(platform).stream())
                        .distinct()
                        .toList();
    }

    private Answer<List<BuiltImage>> all(Repository repository, Index index) {
        List<Entry> entries = wanted(index);
        if (entries.isEmpty() && platforms.isEmpty()) {
            return new Failed<>(new BadAnswer(repository.registry(), Flaw.UNSUPPORTED_TYPE, "an index without images"));
        }
        List<BuiltImage> images = new ArrayList<>();
        for (Entry entry : entries) {
            Answer<BuiltImage> image = registry.get(
                            new Digested(repository, entry.manifest().digest()))
                    .then(manifest -> built(repository, index, manifest));
            switch (image) {
                case Found<BuiltImage>(BuiltImage one) -> images.add(one);
                case Failed<BuiltImage>(ResolutionFailure reason) -> {
                    return new Failed<>(reason);
                }
            }
        }
        return new Found<>(images);
    }

    private Answer<BuiltImage> built(Repository repository, Index whole, ResolvedImage image) {
        return switch (image) {
            case Single single -> pushed.read(repository, whole, single);
            case Index index ->
                new Failed<>(new BadAnswer(repository.registry(), Flaw.UNSUPPORTED_TYPE, "an index in an index"));
        };
    }
}
