package dev.tagdrift.explain;

import dev.tagdrift.demo.Packing;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.PlatformImage;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage.Layer;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.image.RunConfig;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.BlobReader;
import dev.tagdrift.resolve.BlobStore;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** An image that is made layer by layer, and the store that has them; counts the bytes that are read. */
final class LayerStack implements BlobStore {
    static final Repository REPOSITORY = new Repository("registry.example", "app");

    private final List<Layer> layers = new ArrayList<>();
    private final List<Step> history = new ArrayList<>();
    private final Map<Digest, byte[]> blobs = new HashMap<>();
    private Platform platform = Platform.LINUX_AMD64;
    private long read;

    LayerStack on(Platform other) {
        platform = other;
        return this;
    }

    /** A layer that the command is told to have made. */
    LayerStack layer(String command, RootTar tar) {
        return layer(command, Packing.GZIP.pack().apply(tar.bytes()));
    }

    /** A layer that these bytes are. */
    LayerStack layer(String command, byte[] blob) {
        return layer(command, blob, "application/vnd.oci.image.layer.v1.tar+gzip");
    }

    LayerStack layer(String command, byte[] blob, String type) {
        missing(command, blob, type);
        blobs.put(Digest.of(blob), blob.clone());
        return this;
    }

    /** A layer that the store does not have. */
    LayerStack missing(String command, byte[] blob, String type) {
        Descriptor descriptor = new Descriptor(Digest.of(blob), new MediaType(type));
        layers.add(new Layer(descriptor, blob.length, new TreeMap<>()));
        history.add(new Step(command, true));
        return this;
    }

    /** A blob that is in the store, but no layer of the image. */
    Descriptor beside(byte[] blob) {
        blobs.put(Digest.of(blob), blob.clone());
        return new Descriptor(Digest.of(blob), new MediaType("application/vnd.in-toto+json"));
    }

    /** A step without a layer. */
    LayerStack step(String command) {
        history.add(new Step(command, false));
        return this;
    }

    /** A step whose layer became a part of another. */
    LayerStack layered(String command) {
        history.add(new Step(command, true));
        return this;
    }

    PlatformImage image() {
        Descriptor config = new Descriptor(Digest.of(new byte[1]), new MediaType("config"));
        Single single = new Single(new Descriptor(Digest.of(new byte[2]), MediaType.OCI_MANIFEST), config, layers);
        return new PlatformImage(
                single, new ImageConfig(platform, Optional.empty(), RunConfig.NONE, List.of(), history));
    }

    /** How many bytes of layers were read so far. */
    long bytesRead() {
        return read;
    }

    OsFinding release() {
        return new OsReleases(this, LayerCache.NONE).of(REPOSITORY, image());
    }

    Reading<? extends Map<String, byte[]>> files(String... wanted) {
        return new ImageFiles(this, LayerCache.NONE).read(REPOSITORY, image().manifest(), Wanted.of(wanted));
    }

    @Override
    public Answer<ImageConfig> config(Repository repository, Descriptor config) {
        return new Answer.Found<>(image().config());
    }

    @Override
    public <T> Answer<T> read(Repository repository, Descriptor blob, BlobReader<T> reader) {
        byte[] bytes = blobs.get(blob.digest());
        if (bytes == null) {
            return new Answer.Failed<>(new NotFound(repository.registry(), true, false));
        }
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try {
            return new Answer.Found<>(reader.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            read += bytes.length - in.available();
        }
    }
}
