package dev.tagdrift.cli;

import dev.tagdrift.cli.ImageArgument.Place;
import dev.tagdrift.enforce.BuiltImage;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Entry;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.registry.RegistryClient;
import dev.tagdrift.report.VerifyWording;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Answer.Failed;
import dev.tagdrift.resolve.Answer.Found;
import dev.tagdrift.resolve.LocalImage;
import dev.tagdrift.resolve.LocalImages;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds a built image: the engine's, for its one platform, or the registry's, for each that it has. */
final class ImageSource {
    private static final String ENGINE = "the Docker engine";

    private final LocalImages engine;
    private final RegistryClient registry;
    private final List<Platform> platforms;

    ImageSource(LocalImages engine, RegistryClient registry, List<Platform> platforms) {
        this.engine = engine;
        this.registry = registry;
        this.platforms = List.copyOf(platforms);
    }

    /**
     * What came of the search.
     *
     * @param images by platform
     * @param engine why the engine does not have it, where a registry was asked in its stead
     */
    record Sought(Answer<List<BuiltImage>> images, Optional<String> engine) {}

    Sought find(ImageArgument image) {
        if (image.place() == Place.REGISTRY) {
            return new Sought(pulled(image.reference()), Optional.empty());
        }
        Answer<Optional<LocalImage>> held = engine.find(image.name());
        Optional<LocalImage> local = held.found().flatMap(found -> found);
        if (local.isPresent()) {
            return new Sought(new Found<>(List.of(BuiltImage.of(local.get().config()))), Optional.empty());
        }
        if (image.place() == Place.DAEMON) {
            ResolutionFailure reason = held.failure().orElse(new NotFound(ENGINE, true, true));
            return new Sought(new Failed<>(reason), Optional.empty());
        }
        return new Sought(pulled(image.reference()), Optional.of(VerifyWording.noEngine(held.failure())));
    }

    private Answer<List<BuiltImage>> pulled(ImageReference reference) {
        Repository repository = reference.repository();
        return registry.get(reference).then(image -> switch (image) {
            case Single single -> built(repository, single).then(one -> new Found<>(List.of(one)));
            case Index index -> all(repository, wanted(index));
        });
    }

    private List<Entry> wanted(Index index) {
        return platforms.isEmpty()
                ? index.entries()
                : platforms.stream()
                        .flatMap(platform -> index.forPlatform(platform).stream())
                        .distinct()
                        .toList();
    }

    private Answer<List<BuiltImage>> all(Repository repository, List<Entry> entries) {
        List<BuiltImage> images = new ArrayList<>();
        for (Entry entry : entries) {
            Answer<BuiltImage> image = registry.get(
                            new Digested(repository, entry.manifest().digest()))
                    .then(manifest -> built(repository, manifest));
            switch (image) {
                case Found<BuiltImage>(BuiltImage one) -> images.add(one);
                case Failed<BuiltImage>(ResolutionFailure reason) -> {
                    return new Failed<>(reason);
                }
            }
        }
        return images.isEmpty() ? new Failed<>(new NotFound(repository.registry(), true, true)) : new Found<>(images);
    }

    private Answer<BuiltImage> built(Repository repository, ResolvedImage image) {
        return switch (image) {
            case Single single ->
                registry.config(repository, single.config()).then(config -> new Found<>(BuiltImage.of(config)));
            case Index index -> new Failed<>(new NotFound(repository.registry(), true, true));
        };
    }
}
