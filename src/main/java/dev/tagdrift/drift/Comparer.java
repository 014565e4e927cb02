package dev.tagdrift.drift;

import static java.util.Objects.requireNonNull;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference.Digested;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.lockfile.LockedImage;
import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Resolution;
import dev.tagdrift.resolve.TagQuestion;
import dev.tagdrift.source.ImageUse;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Function;

/**
 * Compares files, lockfile and registries, image by image. Pure: what has to be asked is told by {@link #questions} and
 * {@link #digests}, and the answers are handed in.
 */
public final class Comparer {
    private static final Comparator<Comparison> BY_NAME =
            Comparator.comparing(comparison -> comparison.image().toString());

    private final Inventory inventory;
    private final Lockfile lockfile;
    private final SortedMap<Tagged, ImageUses> byName;
    private final SortedMap<Digested, List<ImageUse>> byDigest;

    /**
     * Compares these two.
     *
     * @param inventory what the files name
     * @param lockfile what is remembered
     */
    public Comparer(Inventory inventory, Lockfile lockfile) {
        this.inventory = inventory;
        this.lockfile = lockfile;
        this.byName = ImageUses.byName(inventory.uses());
        this.byDigest = ImageUses.byDigest(inventory.uses());
    }

    /** What the registries have to be asked about tags: only those that are locked. */
    public List<TagQuestion> questions() {
        return byName.values().stream()
                .flatMap(uses -> lockfile.get(uses.name()).stream().map(locked -> question(uses, locked)))
                .toList();
    }

    private static TagQuestion question(ImageUses uses, LockedImage locked) {
        Optional<Digest> expected = uses.tagged().isEmpty() ? Optional.empty() : Optional.of(locked.digest());
        // What the builds take: the lockfile does not tell whether that has every platform.
        Optional<Digest> read = Optional.of(uses.onlyPin().orElse(locked.digest()))
                .filter(any -> !Staleness.uncovered(uses, locked).isEmpty());
        return new TagQuestion(
                uses.name(),
                expected,
                uses.pins(),
                read,
                List.copyOf(uses.required()),
                Set.copyOf(locked.platforms().values()));
    }

    /** The references with a digest alone, which are only asked for existence. */
    public Collection<Digested> digests() {
        return byDigest.keySet();
    }

    /** What files and lockfile alone tell, by name. */
    public List<Comparison> offline() {
        return all(name -> Optional.empty(), reference -> Optional.empty());
    }

    /** What files, lockfile and these answers tell, by name. Whatever had to be asked has its answer. */
    public List<Comparison> online(Map<Tagged, Resolution> tags, Map<Digested, Answer<Descriptor>> digests) {
        return all(name -> Optional.of(answer(tags, name)), reference -> Optional.of(answer(digests, reference)));
    }

    /** An image that nobody looked at must not pass for one that is as locked. */
    private static <Q, A> A answer(Map<Q, A> answers, Q question) {
        return requireNonNull(answers.get(question), () -> "no answer about " + question);
    }

    private List<Comparison> all(
            Function<Tagged, Optional<Resolution>> tags, Function<Digested, Optional<Answer<Descriptor>>> digests) {
        List<Comparison> comparisons = new ArrayList<>();
        byName.forEach((name, uses) -> comparisons.add(compare(uses, tags)));
        byDigest.forEach(
                (reference, uses) -> comparisons.add(DigestComparison.of(reference, uses, digests.apply(reference))));
        lockfile.images().forEach((name, locked) -> {
            if (inventory.isComplete() && !byName.containsKey(name)) {
                comparisons.add(unused(name, locked));
            }
        });
        return Mixtures.addTo(comparisons.stream().sorted(BY_NAME).toList(), inventory, lockfile);
    }

    private Comparison compare(ImageUses uses, Function<Tagged, Optional<Resolution>> tags) {
        Optional<LockedImage> locked = lockfile.get(uses.name());
        Optional<Resolution> resolution = locked.flatMap(entry -> tags.apply(uses.name()));
        if (locked.isPresent() && resolution.isPresent()) {
            return new TagComparison(uses, locked.get(), resolution.get(), inventory.isComplete()).compare();
        }
        return new Comparison(
                uses.name(),
                uses.all(),
                locked,
                Optional.empty(),
                Staleness.of(uses, locked, inventory.isComplete()),
                List.of());
    }

    private static Comparison unused(Tagged name, LockedImage locked) {
        Finding unused = new Finding.Unused(name, locked);
        return new Comparison(name, List.of(), Optional.of(locked), Optional.empty(), List.of(unused), List.of());
    }
}
