package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import java.util.Map;
import java.util.Optional;

/**
 * What an image says about its base.
 *
 * @param name of the base, as it is written; may be empty
 * @param digest of the base
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">OCI image specification,
 *     Pre-defined annotation keys</a>
 */
public record Claim(String name, Optional<Digest> digest) {
    private static final String NAME = "org.opencontainers.image.base.name";
    private static final String DIGEST = "org.opencontainers.image.base.digest";

    /** What labels or annotations say, which have the same keys. */
    static Optional<Claim> of(Map<String, String> said) {
        Claim claim = new Claim(said.getOrDefault(NAME, ""), Digest.parse(said.getOrDefault(DIGEST, "")));
        return claim.name().isEmpty() && claim.digest().isEmpty() ? Optional.empty() : Optional.of(claim);
    }
}
