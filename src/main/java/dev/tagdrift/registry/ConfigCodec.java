package dev.tagdrift.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.Platform;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads the configuration of an image.
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">OCI image configuration</a>
 */
final class ConfigCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ConfigCodec() {}

    static ImageConfig read(byte[] body) throws UnreadableDocumentException {
        JsonNode config = tree(body);
        String os = Words.plain(config.path("os").asText(""));
        String architecture = Words.plain(config.path("architecture").asText(""));
        if (os.isEmpty() || architecture.isEmpty()) {
            throw UnreadableDocumentException.malformed("the image configuration names no platform");
        }
        Platform platform = new Platform(
                os,
                architecture,
                Words.plain(config.path("variant").asText("")),
                Words.plain(config.path("os.version").asText("")));
        return new ImageConfig(
                platform,
                created(config.path("created").asText("")),
                RunConfigCodec.read(config.path("config")),
                diffIds(config.path("rootfs").path("diff_ids")),
                history(config.path("history")));
    }

    private static List<Digest> diffIds(JsonNode ids) throws UnreadableDocumentException {
        List<Digest> digests = new ArrayList<>();
        for (JsonNode id : ids) {
            digests.add(Digest.parse(id.asText(""))
                    .orElseThrow(
                            () -> UnreadableDocumentException.malformed("the image configuration has a bad diff id")));
        }
        return digests;
    }

    private static List<Step> history(JsonNode steps) {
        List<Step> history = new ArrayList<>();
        steps.forEach(step -> history.add(new Step(
                Words.line(step.path("created_by").asText("")),
                !step.path("empty_layer").asBoolean(false))));
        return history;
    }

    private static JsonNode tree(byte[] body) throws UnreadableDocumentException {
        try {
            return JSON.readTree(body);
        } catch (IOException e) {
            throw UnreadableDocumentException.malformed("the image configuration is no JSON");
        }
    }

    /** RFC 3339, section 5.6; what is written otherwise is as good as nothing. */
    private static Optional<Instant> created(String text) {
        try {
            return text.isEmpty()
                    ? Optional.empty()
                    : Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
