package dev.tagdrift.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Writes the documents of an image as their specification has them. */
final class ManifestCodec {
    private static final Platform UNKNOWN = new Platform("unknown", "unknown", "", "");

    /** The configuration of what needs none. */
    static final Content NOTHING =
            Content.of(new MediaType("application/vnd.oci.empty.v1+json"), "{}".getBytes(StandardCharsets.UTF_8));

    private ManifestCodec() {}

    /** See https://github.com/opencontainers/image-spec/blob/main/config.md. */
    static Content config(ImageRecipe recipe) {
        ObjectNode json = platform(recipe.platform());
        recipe.created().ifPresent(time -> json.put("created", time.toString()));
        ArrayNode environment = json.putObject("config").putArray("Env");
        recipe.environment().forEach(environment::add);
        ArrayNode diffIds = json.putObject("rootfs").put("type", "layers").putArray("diff_ids");
        ArrayNode history = json.putArray("history");
        for (ImageRecipe.Layer layer : recipe.layers()) {
            diffIds.add(layer.diffId().toString());
            history.addObject().put("created_by", layer.createdBy());
        }
        return content(recipe.format().config(), json);
    }

    /** See https://github.com/opencontainers/image-spec/blob/main/manifest.md. */
    static Content manifest(ImageRecipe recipe, Content config) {
        ObjectNode json = document(recipe.format().manifest());
        json.set("config", descriptor(config, recipe.format().config()));
        ArrayNode layers = json.putArray("layers");
        recipe.layers()
                .forEach(layer ->
                        layers.add(descriptor(layer.blob(), recipe.format().layer(layer.packing()))));
        return content(recipe.format().manifest(), json);
    }

    /** See https://github.com/opencontainers/image-spec/blob/main/image-index.md. */
    static Content index(Format format, Map<Platform, Content> manifests, List<Content> attestations) {
        ObjectNode json = document(format.index());
        ArrayNode entries = json.putArray("manifests");
        manifests.forEach((platform, manifest) -> entries.add(entry(platform, manifest)));
        attestations.forEach(attestation -> entries.add(entry(UNKNOWN, attestation)));
        return content(format.index(), json);
    }

    /** Stands for https://docs.docker.com/build/metadata/attestations/attestation-storage/. */
    static ImageRecipe attestationOf(Content manifest) {
        byte[] statement = ("{\"subject\":\"" + manifest.digest() + "\"}").getBytes(StandardCharsets.UTF_8);
        return ImageRecipe.of(UNKNOWN).withLayer(statement, "attestation");
    }

    /** See https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidelines-for-artifact-usage. */
    static Content artifact(Content subject, Content document, Map<String, String> annotations) {
        MediaType type = document.descriptor().mediaType();
        ObjectNode json = document(MediaType.OCI_MANIFEST).put("artifactType", type.value());
        json.set("config", descriptor(NOTHING, NOTHING.descriptor().mediaType()));
        json.putArray("layers").add(descriptor(document, type));
        json.set("subject", descriptor(subject, subject.descriptor().mediaType()));
        ObjectNode own = json.putObject("annotations");
        new TreeMap<>(annotations).forEach(own::put);
        return content(MediaType.OCI_MANIFEST, json);
    }

    private static ObjectNode document(MediaType type) {
        return JsonNodeFactory.instance.objectNode().put("schemaVersion", 2).put("mediaType", type.value());
    }

    private static ObjectNode descriptor(Content content, MediaType type) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("mediaType", type.value())
                .put("digest", content.digest().toString())
                .put("size", content.size());
    }

    private static ObjectNode entry(Platform platform, Content manifest) {
        ObjectNode json = descriptor(manifest, manifest.descriptor().mediaType());
        json.set("platform", platform(platform));
        return json;
    }

    private static ObjectNode platform(Platform platform) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("architecture", platform.architecture())
                .put("os", platform.os());
        if (!platform.variant().isEmpty()) {
            json.put("variant", platform.variant());
        }
        if (!platform.osVersion().isEmpty()) {
            json.put("os.version", platform.osVersion());
        }
        return json;
    }

    private static Content content(MediaType type, ObjectNode json) {
        return Content.of(type, json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
