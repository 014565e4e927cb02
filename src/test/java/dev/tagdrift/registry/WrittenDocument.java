package dev.tagdrift.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.Platform;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.image.ResolvedImage.Attestation;
import dev.tagdrift.image.ResolvedImage.Index;
import dev.tagdrift.image.ResolvedImage.Single;
import dev.tagdrift.image.RunConfig;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The documents of registries, written from what was read of them. */
final class WrittenDocument {
    /** Also what is no text by itself, such as half of a pair of characters, can be escaped. */
    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private WrittenDocument() {}

    static byte[] of(List<Referrer> referrers) {
        return json(Map.of(
                "manifests",
                referrers.stream()
                        .map(referrer -> with(
                                descriptor(referrer.manifest()),
                                "artifactType",
                                referrer.type().value(),
                                "annotations",
                                referrer.annotations()))
                        .toList()));
    }

    static byte[] of(ResolvedImage image) {
        Map<String, Object> type =
                Map.of("mediaType", image.descriptor().mediaType().value());
        return json(
                switch (image) {
                    case Index index ->
                        with(
                                type,
                                "manifests",
                                Stream.concat(
                                                index.entries().stream()
                                                        .map(entry -> with(
                                                                descriptor(entry.manifest()),
                                                                "platform",
                                                                platform(entry.platform()))),
                                                index.attestations().stream().map(WrittenDocument::attestation))
                                        .toList(),
                                "annotations",
                                index.annotations());
                    case Single single ->
                        with(
                                type,
                                "config",
                                descriptor(single.config()),
                                "layers",
                                single.layers().stream()
                                        .map(layer -> with(
                                                descriptor(layer.blob()),
                                                "size",
                                                layer.size(),
                                                "annotations",
                                                layer.annotations()))
                                        .toList(),
                                "annotations",
                                single.annotations());
                });
    }

    static byte[] of(ImageConfig config) {
        return json(with(
                platform(config.platform()),
                "created",
                config.created().map(Object::toString).orElse(""),
                "config",
                run(config.run()),
                "rootfs",
                Map.of("diff_ids", texts(config.diffIds())),
                "history",
                config.history().stream()
                        .map(step -> Map.of("created_by", step.command(), "empty_layer", !step.layered()))
                        .toList()));
    }

    private static Map<String, Object> attestation(Attestation attestation) {
        return with(
                descriptor(attestation.manifest()),
                "annotations",
                Map.of(
                        "vnd.docker.reference.type",
                        "attestation-manifest",
                        "vnd.docker.reference.digest",
                        attestation.image().toString()));
    }

    private static Map<String, Object> descriptor(Descriptor descriptor) {
        return Map.of(
                "digest", descriptor.digest().toString(),
                "mediaType", descriptor.mediaType().value());
    }

    private static Map<String, Object> platform(Platform platform) {
        return Map.of(
                "os", platform.os(),
                "architecture", platform.architecture(),
                "variant", platform.variant(),
                "os.version", platform.osVersion());
    }

    private static Map<String, Object> run(RunConfig run) {
        return Map.of(
                "Env",
                        run.environment().entrySet().stream()
                                .map(variable -> variable.getKey() + "=" + variable.getValue())
                                .toList(),
                "Entrypoint", run.entrypoint(),
                "Cmd", run.command(),
                "User", run.user(),
                "WorkingDir", run.directory(),
                "ExposedPorts", keys(run.ports()),
                "Volumes", keys(run.volumes()),
                "Labels", run.labels(),
                "StopSignal", run.stopSignal());
    }

    private static Map<String, Object> keys(Collection<String> keys) {
        return keys.stream().collect(Collectors.toMap(key -> key, key -> Map.of()));
    }

    private static List<String> texts(Collection<?> values) {
        return values.stream().map(Object::toString).toList();
    }

    private static Map<String, Object> with(Map<String, Object> some, Object... more) {
        Map<String, Object> all = new TreeMap<>(some);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }

    private static byte[] json(Object document) {
        try {
            return JSON.writeValueAsBytes(document);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
