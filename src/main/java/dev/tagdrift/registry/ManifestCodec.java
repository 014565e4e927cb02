package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.ResolvedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads indexes and manifests of both vendors.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index</a>
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/manifest.md">OCI image manifest</a>
 */
final class ManifestCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ManifestCodec() {}

    /**
     * Reads a document.
     *
     * @param digest of the body
     * @param header the type that the registry tells; the body's own word on it counts more
     */
    static ResolvedImage read(byte[] body, Digest digest, MediaType header) throws UnreadableDocumentException {
        JsonNode document = tree(body);
        MediaType type = type(document, header);
        Descriptor descriptor = new Descriptor(digest, type);
        if (type.isIndex()) {
            return new ResolvedImage.Index(
                    descriptor, entries(document), attestations(document), annotations(document));
        }
        if (type.isManifest()) {
            return new ResolvedImage.Single(
                    descriptor,
                    descriptor(document.path("config")),
                    layers(document.path("layers")),
                    annotations(document));
        }
        throw UnreadableDocumentException.unsupported(type.value());
    }

    private static JsonNode tree(byte[] body) throws UnreadableDocumentException {
        try {
            JsonNode document = JSON.readTree(body);
            if (document.isObject()) {
                return document;
            }
            throw UnreadableDocumentException.malformed("the manifest is no JSON object");
        } catch (UnreadableDocumentException e) {
            throw e;
        } catch (IOException e) {
            throw UnreadableDocumentException.malformed("the manifest is no JSON");
        }
    }

    /** Docker's schema 1 has no media type of its own in it, and may be told under any. */
    private static MediaType type(JsonNode document, MediaType header) throws UnreadableDocumentException {
        if (document.path("schemaVersion").asInt() == 1) {
            throw UnreadableDocumentException.unsupported("manifest of schema version 1");
        }
        String own = document.path("mediaType").asText("");
        return own.isEmpty() ? header : new MediaType(own);
    }

    private static List<ResolvedImage.Entry> entries(JsonNode index) throws UnreadableDocumentException {
        JsonNode manifests = index.path("manifests");
        if (!manifests.isArray()) {
            throw UnreadableDocumentException.malformed("the index has no manifests");
        }
        List<ResolvedImage.Entry> entries = new ArrayList<>();
        for (JsonNode entry : manifests) {
            entries.add(new ResolvedImage.Entry(platform(entry.path("platform")), descriptor(entry)));
        }
        return entries;
    }

    /** An entry that does not tell which image it is about is of no use. */
    private static List<ResolvedImage.Attestation> attestations(JsonNode index) throws UnreadableDocumentException {
        List<ResolvedImage.Attestation> attestations = new ArrayList<>();
        for (JsonNode entry : index.path("manifests")) {
            JsonNode annotations = entry.path("annotations");
            Optional<Digest> image =
                    Digest.parse(annotations.path("vnd.docker.reference.digest").asText(""));
            if (image.isPresent()
                    && annotations.path("vnd.docker.reference.type").asText("").equals("attestation-manifest")) {
                attestations.add(new ResolvedImage.Attestation(descriptor(entry), image.get()));
            }
        }
        return attestations;
    }

    private static List<ResolvedImage.Layer> layers(JsonNode layers) throws UnreadableDocumentException {
        List<ResolvedImage.Layer> read = new ArrayList<>();
        for (JsonNode layer : layers) {
            long size = Math.max(0, layer.path("size").asLong());
            read.add(new ResolvedImage.Layer(descriptor(layer), size, annotations(layer)));
        }
        return read;
    }

    private static SortedMap<String, String> annotations(JsonNode annotated) {
        SortedMap<String, String> annotations = new TreeMap<>();
        annotated
                .path("annotations")
                .properties()
                .forEach(one -> annotations.put(
                        Words.line(one.getKey()), Words.line(one.getValue().asText(""))));
        return annotations;
    }

    /** An entry without a platform is no image that a build could choose, like one for {@code unknown/unknown}. */
    private static Platform platform(JsonNode platform) {
        return new Platform(
                Words.plain(platform.path("os").asText("unknown")),
                Words.plain(platform.path("architecture").asText("unknown")),
                Words.plain(platform.path("variant").asText("")),
                Words.plain(platform.path("os.version").asText("")));
    }

    private static Descriptor descriptor(JsonNode descriptor) throws UnreadableDocumentException {
        Digest digest = Digest.parse(descriptor.path("digest").asText(""))
                .orElseThrow(() -> UnreadableDocumentException.malformed("a descriptor has no digest"));
        return new Descriptor(digest, new MediaType(descriptor.path("mediaType").asText("")));
    }
}
