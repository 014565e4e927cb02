package dev.tagdrift.explain;

import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.TagMobility;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Tags that may name the same image as a tag does now and move less often, the least mobile first.
 *
 * <p>They are guesses by the customs of Docker's official images: {@code 3.12-slim} of Python 3.12.4 on Debian bookworm
 * is also {@code 3.12.4-slim-bookworm}. Only the registry knows whether they are right, so none is made of a tag that keeps
 * to no such custom.
 */
final class TagCandidates {
    private static final int MOST = 4;

    /** A word of a tag that follows the customs: a version, or a flavour with or without one. */
    private static final Pattern CUSTOMARY =
            Pattern.compile("v?[0-9]+(\\.[0-9]+)*((a|b|u|rc|alpha|beta)[0-9]+)?|[a-z]+([0-9]+(\\.[0-9]+)*)?");

    private TagCandidates() {}

    /**
     * Makes guesses.
     *
     * @param name the tag that is used
     * @param version of the software in the image
     * @param release how tags name the system of the image, such as {@code bookworm} or {@code alpine3.20}
     */
    static List<Tagged> of(Tagged name, Optional<String> version, Optional<String> release) {
        List<String> words = Arrays.asList(name.tag().split("-", -1));
        if (!words.stream().allMatch(word -> CUSTOMARY.matcher(word).matches())) {
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        Optional<List<String>> exact = version.flatMap(full -> exact(words, full));
        exact.flatMap(more -> on(release, more)).ifPresent(tags::add);
        exact.map(more -> String.join("-", more)).ifPresent(tags::add);
        on(release, words).ifPresent(tags::add);
        return tags.stream()
                .distinct()
                .filter(Tagged::isTag)
                .filter(tag -> !tag.equals(name.tag()))
                .filter(tag -> TagMobility.of(tag).compareTo(TagMobility.of(name.tag())) <= 0)
                .limit(MOST)
                .map(tag -> new Tagged(name.repository(), tag))
                .toList();
    }

    /** The tag with the whole version in the place of the part of it that the tag has, or of {@code latest}. */
    private static Optional<List<String>> exact(List<String> words, String full) {
        String first = words.getFirst();
        if (first.equals("latest")) {
            return Optional.of(List.of(full));
        }
        String version = first.startsWith("v") ? first.substring(1) : first;
        if (version.isEmpty() || !Character.isDigit(version.charAt(0))) {
            // The tag names a flavour alone: slim, alpine.
            return Optional.of(Stream.concat(Stream.of(full), words.stream()).toList());
        }
        if (!full.startsWith(version + ".")) {
            return Optional.empty();
        }
        String prefix = first.startsWith("v") ? "v" : "";
        return Optional.of(
                Stream.concat(Stream.of(prefix + full), words.stream().skip(1)).toList());
    }

    /** The tag with the release of the system, unless it has one. */
    private static Optional<String> on(Optional<String> release, List<String> words) {
        if (release.isEmpty() || words.stream().anyMatch(TagMobility::namesRelease)) {
            return Optional.empty();
        }
        String system = release.get();
        if (words.equals(List.of("latest"))) {
            return Optional.of(system);
        }
        String family = system.replaceAll("[0-9.]+$", "");
        // 3.12-alpine becomes 3.12-alpine3.20, where 3.12-slim becomes 3.12-slim-bookworm.
        return Optional.of(
                words.contains(family)
                        ? String.join(
                                "-",
                                words.stream()
                                        .map(word -> word.equals(family) ? system : word)
                                        .toList())
                        : String.join("-", words) + "-" + system);
    }
}
