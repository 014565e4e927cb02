package dev.tagdrift.demo;

import dev.tagdrift.image.Digest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the registry holds: content by digest and tags, for each repository. */
final class Shelves {
    private final Map<String, Shelf> repositories = new HashMap<>();

    synchronized void put(String repository, SyntheticImage image) {
        Shelf shelf = repositories.computeIfAbsent(repository, name -> new Shelf());
        image.parts().forEach(shelf::put);
        shelf.put(image.top());
    }

    synchronized void tag(String repository, String tag, Digest digest) {
        existing(repository).tags.put(tag, digest);
    }

    synchronized void untag(String repository, String tag) {
        existing(repository).tags.remove(tag);
    }

    synchronized void remove(String repository, Digest digest) {
        existing(repository).contents.remove(digest);
    }

    synchronized boolean knows(String repository) {
        return repositories.containsKey(repository);
    }

    /** What is under a tag or a digest. */
    synchronized Optional<Content> find(String repository, String reference) {
        return Optional.ofNullable(repositories.get(repository)).flatMap(shelf -> shelf.find(reference));
    }

    /** Everything in a repository, in the order of the digests. */
    synchronized List<Content> contents(String repository) {
        return Optional.ofNullable(repositories.get(repository))
                .map(shelf -> List.copyOf(new TreeMap<>(shelf.contents).values()))
                .orElse(List.of());
    }

    private Shelf existing(String repository) {
        Shelf shelf = repositories.get(repository);
        if (shelf == null) {
            throw new IllegalArgumentException("no repository " + repository);
        }
        return shelf;
    }

    private static final class Shelf {
        private final Map<Digest, Content> contents = new HashMap<>();
        private final Map<String, Digest> tags = new HashMap<>();

        private void put(Content content) {
            contents.put(content.digest(), content);
        }

        private Optional<Content> find(String reference) {
            return Digest.parse(reference)
                    .or(() -> Optional.ofNullable(tags.get(reference)))
                    .map(contents::get);
        }
    }
}
