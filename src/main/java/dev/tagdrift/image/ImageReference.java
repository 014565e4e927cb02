package dev.tagdrift.image;

import java.util.Optional;
import java.util.regex.Pattern;

/** What a file writes to name an image: a repository with a tag, a digest, or both. */
public sealed interface ImageReference {
    /** Where the image lives. */
    Repository repository();

    /** As people write it, without Docker Hub's host and {@code library/}. */
    String familiar();

    /** The tag that it names, with or without a digest; empty for a digest alone. */
    Optional<Tagged> tagged();

    /**
     * Reads a reference as Docker does, {@code :latest} where neither tag nor digest is written.
     *
     * @throws InvalidReferenceException if the text is no reference
     */
    static ImageReference parse(String text) throws InvalidReferenceException {
        return ReferenceParser.parse(text);
    }

    /**
     * A tag, which can move.
     *
     * @param repository where the tag lives
     * @param tag up to 128 word characters, dots and dashes
     */
    record Tagged(Repository repository, String tag) implements ImageReference, Comparable<Tagged> {
        private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");

        /** @throws IllegalArgumentException if the tag does not fit the grammar */
        public Tagged {
            if (!isTag(tag)) {
                throw new IllegalArgumentException("not a tag: " + tag);
            }
        }

        /** Whether the text fits the grammar of tags. */
        public static boolean isTag(String text) {
            return TAG.matcher(text).matches();
        }

        /** The same tag, held to one digest. */
        public Pinned at(Digest digest) {
            return new Pinned(this, digest);
        }

        @Override
        public String familiar() {
            return repository.familiar() + ":" + tag;
        }

        @Override
        public Optional<Tagged> tagged() {
            return Optional.of(this);
        }

        @Override
        public int compareTo(Tagged other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return repository + ":" + tag;
        }
    }

    /**
     * A tag and the digest that a build takes whatever the tag names.
     *
     * @param name the tag, kept for people and for refreshing the pin
     * @param digest what is pulled
     */
    record Pinned(Tagged name, Digest digest) implements ImageReference {
        @Override
        public Repository repository() {
            return name.repository();
        }

        @Override
        public String familiar() {
            return name.familiar() + "@" + digest;
        }

        @Override
        public Optional<Tagged> tagged() {
            return Optional.of(name);
        }

        @Override
        public String toString() {
            return name + "@" + digest;
        }
    }

    /**
     * A digest alone, which never moves but may vanish.
     *
     * @param repository where the content lives
     * @param digest what is pulled
     */
    record Digested(Repository repository, Digest digest) implements ImageReference, Comparable<Digested> {
        @Override
        public String familiar() {
            return repository.familiar() + "@" + digest;
        }

        @Override
        public Optional<Tagged> tagged() {
            return Optional.empty();
        }

        @Override
        public int compareTo(Digested other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return repository + "@" + digest;
        }
    }
}
