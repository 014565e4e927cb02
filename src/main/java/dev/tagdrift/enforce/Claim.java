package dev.tagdrift.enforce;

import dev.tagdrift.image.Digest;
import java.util.Map;
import java.util.Optional;

/**
 * What an image says about its base. Nobody has to believe it: a base may hand its own down.
 *
 * @param name of the base, as it is written; may be empty
 * @param digest of the base
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/annotations.md">OCI image specification,
 *     Pre-defined annotation keys</a>
 */
public record Claim(String name, Optional<Digest> digest) {
    private static final String NAME = "org.opencontainers.image.base.name";
    private static final String DIGEST = "org.opencontainers.image.base.digest";

    static Optional<Claim> of(Map<String, String> labels) {
        Claim claim = new Claim(labels.getOrDefault(NAME, ""), Digest.parse(labels.getOrDefault(DIGEST, "")));
        return claim.name().isEmpty() && claim.digest().isEmpty() ? Optional.empty() : Optional.of(claim);
    }
}
