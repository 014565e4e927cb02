package dev.tagdrift.pin;

import dev.tagdrift.dockerfile.Dockerfile;
import dev.tagdrift.dockerfile.Pulls;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.MediaType;
import dev.tagdrift.image.Platform;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.testing.Uses;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Texts of Dockerfiles, pinned to digests that follow from the names. */
final class Texts {
    private Texts() {}

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String text(Rewriting.Result result) {
        return new String(result.content(), StandardCharsets.UTF_8);
    }

    /** One build for linux/amd64. */
    static Builds builds(Map<String, String> buildArgs) {
        return content -> List.of(Dockerfile.parse(content).evaluate(buildArgs, Platform.LINUX_AMD64));
    }

    /** The digest that a tag has in every lockfile of these tests. */
    static Digest digest(Tagged name) {
        return Digest.of(bytes(name.toString()));
    }

    static String pinned(String name) {
        return name + "@" + digest(Uses.tag(name));
    }

    static Goal.Pin pin(Tagged... names) {
        TreeMap<Tagged, LockedImage> images = new TreeMap<>();
        for (Tagged name : names) {
            images.put(
                    name,
                    new LockedImage(
                            digest(name), MediaType.OCI_INDEX, Optional.empty(), Optional.empty(), new TreeMap<>()));
        }
        return new Goal.Pin(new Lockfile(images), Set.of());
    }

    /** Everything that the builds name. */
    static Goal.Pin pinAll(List<Pulls> builds) {
        return pin(builds.stream()
                .flatMap(build -> build.pulls().stream())
                .flatMap(pull -> switch (pull.reference()) {
                    case Tagged name -> Stream.of(name);
                    case Pinned pinned -> Stream.of(pinned.name());
                    case Digested digested -> Stream.<Tagged>of();
                })
                .toArray(Tagged[]::new));
    }

    static Rewriting.Result pin(byte[] content, Builds builds) {
        return Rewriting.of(content, builds, pinAll(builds.of(content)));
    }

    static Rewriting.Result unpin(byte[] content, Builds builds) {
        return Rewriting.of(content, builds, new Goal.Unpin());
    }
}
