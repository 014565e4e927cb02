package dev.tagdrift.enforce;

import dev.tagdrift.image.ImageReference.Pinned;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.Lockfile;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Named contexts: what takes the place of an image while a file is built.
 *
 * <p>A builder looks for a context by the name of the image, and before that by the name of the stage. A context that has
 * the name of a stage would take the place of the whole stage, with all that is done in it.
 *
 * @param images the locked image by the name that it is looked for
 * @param left names that cannot be used, and why
 */
public record Contexts(SortedMap<String, Pinned> images, SortedMap<String, Reason> left) {
    private static final String SOURCE = "docker-image://";
    private static final String LATEST = ":latest";

    /** What stays one word in a command line that a shell has split, but for variables, which it does not expand then. */
    private static final Pattern ONE_WORD = Pattern.compile("[\\w.:/@+${}\\[\\]-]+");

    /** Copies the maps. */
    public Contexts {
        images = Collections.unmodifiableSortedMap(new TreeMap<>(images));
        left = Collections.unmodifiableSortedMap(new TreeMap<>(left));
    }

    /** Why a name cannot be used. */
    public enum Reason {
        /** A stage has it too. */
        STAGE,
        /** It means several images. */
        SEVERAL_IMAGES,
        /** It would need quotes. */
        NOT_ONE_WORD
    }

    /**
     * By the names that BuildKit looks for: familiar, and without {@code :latest}.
     *
     * @param stages the names of the stages in the files, in lower case
     */
    public static Contexts byName(Lockfile lockfile, Set<String> stages) {
        return of(
                lockfile.images().keySet().stream()
                        .collect(Collectors.toMap(Contexts::key, Set::of, (one, other) -> one, TreeMap::new)),
                lockfile,
                stages);
    }

    /**
     * By the words that stand in the files, as buildah looks for them.
     *
     * @param words what each means
     * @param stages the names of the stages in the files, in lower case
     */
    public static Contexts byWord(Map<String, Set<Tagged>> words, Lockfile lockfile, Set<String> stages) {
        return of(words, lockfile, stages);
    }

    private static Contexts of(Map<String, Set<Tagged>> names, Lockfile lockfile, Set<String> stages) {
        SortedMap<String, Pinned> images = new TreeMap<>();
        SortedMap<String, Reason> left = new TreeMap<>();
        names.forEach((name, meanings) -> {
            Optional<Reason> reason = reason(name, meanings, stages);
            reason.ifPresent(why -> left.put(name, why));
            Tagged image = meanings.iterator().next();
            if (reason.isEmpty()) {
                lockfile.get(image).ifPresent(locked -> images.put(name, image.at(locked.digest())));
            }
        });
        return new Contexts(images, left);
    }

    private static Optional<Reason> reason(String name, Set<Tagged> meanings, Set<String> stages) {
        if (stages.contains(name.toLowerCase(Locale.ROOT))) {
            return Optional.of(Reason.STAGE);
        }
        if (meanings.size() > 1) {
            return Optional.of(Reason.SEVERAL_IMAGES);
        }
        return ONE_WORD.matcher(name).matches() ? Optional.empty() : Optional.of(Reason.NOT_ONE_WORD);
    }

    private static String key(Tagged name) {
        String familiar = name.familiar();
        return familiar.endsWith(LATEST) ? familiar.substring(0, familiar.length() - LATEST.length()) : familiar;
    }

    static String source(Pinned image) {
        return SOURCE + image;
    }

    /** Arguments of a build, in one line. */
    public String arguments() {
        return images.entrySet().stream()
                        .map(image -> "--build-context " + image.getKey() + "=" + source(image.getValue()))
                        .collect(Collectors.joining(" "))
                + "\n";
    }
}
