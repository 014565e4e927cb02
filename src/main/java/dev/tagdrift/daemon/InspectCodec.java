package dev.tagdrift.daemon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.RunConfig;
import dev.tagdrift.resolve.LocalImage;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads what an engine tells about one image.
 *
 * @see <a href="https://docs.docker.com/reference/api/engine/version/v1.41/#tag/Image/operation/ImageInspect">Docker
 *     Engine API, Inspect an image</a>
 */
final class InspectCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private InspectCodec() {}

    /** @throws IOException if these are no such bytes */
    static LocalImage read(byte[] body) throws IOException {
        JsonNode image = JSON.readTree(body);
        return new LocalImage(
                digest(image.path("Id").asText("")),
                repoDigests(image.path("RepoDigests")),
                new ImageConfig(
                        platform(image),
                        created(image.path("Created").asText("")),
                        labelled(labels(image.path("Config").path("Labels"))),
                        diffIds(image.path("RootFS").path("Layers")),
                        List.of()));
    }

    /** What an engine says went wrong. */
    static String message(byte[] body) {
        try {
            return JSON.readTree(body).path("message").asText("");
        } catch (IOException e) {
            return "";
        }
    }

    private static Platform platform(JsonNode image) throws IOException {
        String os = image.path("Os").asText("");
        String architecture = image.path("Architecture").asText("");
        if (os.isEmpty() || architecture.isEmpty()) {
            throw new IOException("the image has no platform");
        }
        return new Platform(
                os,
                architecture,
                image.path("Variant").asText(""),
                image.path("OsVersion").asText(""));
    }

    /** Podman writes an id without its algorithm. */
    private static Digest digest(String text) throws IOException {
        return Digest.parse(text)
                .or(() -> Digest.parse("sha256:" + text))
                .orElseThrow(() -> new IOException("a digest that is none"));
    }

    private static List<Digest> diffIds(JsonNode layers) throws IOException {
        List<Digest> digests = new ArrayList<>();
        for (JsonNode layer : layers) {
            digests.add(digest(layer.asText("")));
        }
        return digests;
    }

    private static List<Digested> repoDigests(JsonNode names) {
        List<Digested> digests = new ArrayList<>();
        names.forEach(name -> digested(name.asText("")).ifPresent(digests::add));
        return digests;
    }

    /** What cannot be read, such as {@code <none>@<none>} of old engines, names no registry's image. */
    private static Optional<Digested> digested(String text) {
        try {
            return ImageReference.parse(text) instanceof Digested digested ? Optional.of(digested) : Optional.empty();
        } catch (InvalidReferenceException e) {
            return Optional.empty();
        }
    }

    private static SortedMap<String, String> labels(JsonNode map) {
        SortedMap<String, String> labels = new TreeMap<>();
        map.properties()
                .forEach(entry -> labels.put(entry.getKey(), entry.getValue().asText("")));
        return labels;
    }

    private static RunConfig labelled(SortedMap<String, String> labels) {
        return new RunConfig(
                new TreeMap<>(), List.of(), List.of(), "", "", new TreeSet<>(), new TreeSet<>(), labels, "");
    }

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
