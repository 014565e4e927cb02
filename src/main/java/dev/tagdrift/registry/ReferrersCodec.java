package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Referrer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reads the index in which registries list what refers to a manifest. */
final class ReferrersCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReferrersCodec() {}

    static List<Referrer> read(byte[] body) throws UnreadableDocumentException {
        JsonNode entries = tree(body).path("manifests");
        if (!entries.isArray()) {
            throw UnreadableDocumentException.malformed("the list of referrers has no manifests");
        }
        List<Referrer> referrers = new ArrayList<>();
        entries.forEach(entry -> referrer(entry).ifPresent(referrers::add));
        return referrers;
    }

    private static JsonNode tree(byte[] body) throws UnreadableDocumentException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw UnreadableDocumentException.malformed("the list of referrers is no JSON");
        }
    }

    /** An entry that makes no sense hides none that does. */
    private static Optional<Referrer> referrer(JsonNode entry) {
        SortedMap<String, String> annotations = new TreeMap<>();
        entry.path("annotations")
                .properties()
                .forEach(one -> annotations.put(
                        Words.line(one.getKey()), Words.line(one.getValue().asText(""))));
        return Digest.parse(entry.path("digest").asText(""))
                .map(digest -> new Referrer(
                        new Descriptor(
                                digest, new MediaType(entry.path("mediaType").asText(""))),
                        new MediaType(entry.path("artifactType").asText("")),
                        annotations));
    }
}
