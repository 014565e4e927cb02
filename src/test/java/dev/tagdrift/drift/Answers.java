package dev.tagdrift.drift;

import dev.tagdrift.lockfile.Lockfile;
import dev.tagdrift.resolve.BatchResolver;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.RecordingStore;
import java.util.List;

/** What comes of comparing with the images in a store. */
final class Answers {
    /** A 404 that says what is missing, but not to somebody whose credentials were accepted. */
    static final ResolutionFailure SAID = new NotFound("docker.io", true, false);

    /** A 404 without a word. */
    static final ResolutionFailure BARE = new NotFound("docker.io", false, false);

    /** A 404 that says what is missing to somebody who may see it. */
    static final ResolutionFailure AUTHENTICATED = new NotFound("docker.io", true, true);

    private Answers() {}

    static List<Comparison> all(Inventory inventory, Lockfile lockfile, RecordingStore store) {
        Comparer comparer = new Comparer(inventory, lockfile);
        BatchResolver resolver = new BatchResolver(store, store, 2);
        return comparer.online(resolver.tags(comparer.questions()), resolver.digests(comparer.digests()));
    }

    /** The comparison of the only image. */
    static Comparison one(Inventory inventory, Lockfile lockfile, RecordingStore store) {
        List<Comparison> all = all(inventory, lockfile, store);
        if (all.size() != 1) {
            throw new AssertionError(all);
        }
        return all.getFirst();
    }
}
