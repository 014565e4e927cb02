package dev.tagdrift.registry;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import java.util.Optional;
import okhttp3.HttpUrl;

/**
 * One manifest that is asked for.
 *
 * @param endpoint where
 * @param digest by which it is asked for; none if by its tag
 * @param url of the manifest
 */
record Pull(Endpoint endpoint, Optional<Digest> digest, HttpUrl url) {
    static Pull of(Endpoint endpoint, ImageReference reference) {
        return switch (reference) {
            case ImageReference.Tagged tagged -> new Pull(endpoint, Optional.empty(), endpoint.manifest(tagged.tag()));
            case ImageReference.Pinned pinned -> byDigest(endpoint, pinned.digest());
            case ImageReference.Digested digested -> byDigest(endpoint, digested.digest());
        };
    }

    private static Pull byDigest(Endpoint endpoint, Digest digest) {
        return new Pull(endpoint, Optional.of(digest), endpoint.manifest(digest.toString()));
    }
}
