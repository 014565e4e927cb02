package dev.tagdrift.resolve;

import dev.tagdrift.image.Descriptor;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Referrer;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import java.util.Collection;
import java.util.List;

/**
 * Where manifests are. A {@link ImageReference.Tagged} is asked for by its tag; a reference with a digest always by the
 * digest, as a build pulls it.
 *
 * @see <a href="https://github.com/opencontainers/distribution-spec/blob/main/spec.md#pulling-manifests">OCI
 *     distribution specification, Pulling manifests</a>
 */
public interface ManifestStore {
    /** Tells what will be asked about, so that what it takes can be had for many at once; nothing depends on it. */
    default void expect(Collection<Repository> repositories) {}

    /** Which digest the reference names now, for as little as the registry can be asked for. */
    Answer<Descriptor> head(ImageReference reference);

    /** The same for somebody to whom "not there" means no more than that: it is not made sure of. */
    Answer<Descriptor> glance(ImageReference reference);

    /** What refers to a manifest, if the registry tells. */
    Answer<List<Referrer>> referrers(Repository repository, Digest subject);

    /** What is under the reference, its digest taken from the bytes themselves. */
    Answer<ResolvedImage> get(ImageReference reference);
}
