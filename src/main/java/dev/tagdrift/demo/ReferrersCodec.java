package dev.tagdrift.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tagdrift.image.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Writes the index of what refers to a manifest.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#listing-referrers">OCI
 *     distribution specification, Listing Referrers</a>
 */
final class ReferrersCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferrersCodec() {}

    /** Those of the contents that name the subject, and are of this type where one is asked for. */
    static Content list(List<Content> contents, String subject, Optional<String> type) {
        ObjectNode index =
                JSON.createObjectNode().put("schemaVersion", 2).put("mediaType", MediaType.OCI_INDEX.value());
        ArrayNode entries = index.putArray("manifests");
        for (Content content : contents) {
            if (content.descriptor().mediaType().equals(MediaType.OCI_MANIFEST)) {
                JsonNode manifest = tree(content);
                boolean refers = manifest.at("/subject/digest").asText().equals(subject);
                String own = manifest.path("artifactType").asText();
                if (refers && type.map(own::equals).orElse(true)) {
                    entries.add(entry(content, manifest, own));
                }
            }
        }
        return Content.of(MediaType.OCI_INDEX, index.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static ObjectNode entry(Content content, JsonNode manifest, String type) {
        ObjectNode entry = JSON.createObjectNode()
                .put("mediaType", MediaType.OCI_MANIFEST.value())
                .put("digest", content.digest().toString())
                .put("size", content.size())
                .put("artifactType", type);
        entry.set("annotations", manifest.path("annotations"));
        return entry;
    }

    private static JsonNode tree(Content content) {
        try {
            return JSON.readTree(content.bytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
