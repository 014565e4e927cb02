package dev.tagdrift.testing;

import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.MediaType;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** An image as BuildKit pushes it: with annotations, and with what it attests about it beside it. */
public final class Attested {
    private final List<String> entries = new ArrayList<>();
    private final List<Content> parts = new ArrayList<>();
    private final SyntheticImage image;
    private final Content manifest;

    private Attested(SyntheticImage image, Map<String, String> annotations) {
        this.image = image;
        this.manifest = json(
                MediaType.OCI_MANIFEST,
                text(image.top().bytes()).replaceFirst("}$", ",\"annotations\":" + object(annotations) + "}"));
        parts.addAll(image.parts());
        parts.add(manifest);
        entries.add(entry(manifest, "\"platform\":{\"os\":\"linux\",\"architecture\":\"amd64\"}"));
    }

    /** An image for linux/amd64 whose manifest has these annotations. */
    public static Attested of(ImageRecipe recipe, Map<String, String> annotations) {
        return new Attested(SyntheticImage.single(recipe), annotations);
    }

    /** The same with one more statement in a manifest of its own. */
    public Attested with(String predicate, String statement) {
        Content blob = Content.of(new MediaType("application/vnd.in-toto+json"), bytes(statement));
        Content config = json(new MediaType("application/vnd.oci.image.config.v1+json"), "{}");
        Content attestation = json(
                MediaType.OCI_MANIFEST,
                "{\"schemaVersion\":2,\"config\":%s,\"layers\":[%s]}"
                        .formatted(
                                entry(config, "\"annotations\":{}"),
                                entry(blob, "\"annotations\":{\"in-toto.io/predicate-type\":\"" + predicate + "\"}")));
        parts.addAll(List.of(blob, config, attestation));
        entries.add(entry(
                attestation,
                "\"platform\":{\"os\":\"unknown\",\"architecture\":\"unknown\"},\"annotations\":"
                        + object(Map.of(
                                "vnd.docker.reference.type",
                                "attestation-manifest",
                                "vnd.docker.reference.digest",
                                manifest.digest().toString()))));
        return this;
    }

    /** As it is pushed, in an index with these annotations. */
    public SyntheticImage in(Map<String, String> annotations) {
        Content index = json(
                MediaType.OCI_INDEX,
                "{\"schemaVersion\":2,\"manifests\":[%s],\"annotations\":%s}"
                        .formatted(String.join(",", entries), object(annotations)));
        return new SyntheticImage(
                index, Map.of(image.manifests().keySet().iterator().next(), manifest), parts);
    }

    /** The statement of SLSA 0.2 that these are the materials. */
    public static String slsa02(String... materials) {
        return "{\"predicate\":{\"builder\":{\"id\":\"\"},\"materials\":[" + String.join(",", materials) + "]}}";
    }

    /** The statement of SLSA 1 that these are the dependencies. */
    public static String slsa1(String... materials) {
        return "{\"predicate\":{\"buildDefinition\":{\"externalParameters\":{},\"resolvedDependencies\":["
                + String.join(",", materials) + "]},\"runDetails\":{}}}";
    }

    /** One material. */
    public static String material(String uri, Digest digest) {
        return "{\"uri\":\"" + uri + "\",\"digest\":{\"" + digest.algorithm() + "\":\"" + digest.hex() + "\"}}";
    }

    private static String entry(Content content, String more) {
        return "{\"mediaType\":\"%s\",\"digest\":\"%s\",\"size\":%d,%s}"
                .formatted(content.descriptor().mediaType(), content.digest(), content.bytes().length, more);
    }

    private static String object(Map<String, String> texts) {
        return texts.entrySet().stream()
                .map(each -> "\"" + each.getKey() + "\":\"" + each.getValue() + "\"")
                .sorted()
                .collect(Collectors.joining(",", "{", "}"));
    }

    private static Content json(MediaType type, String text) {
        return Content.of(type, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
