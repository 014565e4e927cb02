package dev.tagdrift.auth;

import dev.tagdrift.image.Repository;
import java.util.Optional;

/** Knows which credential belongs to which repository. */
@FunctionalInterface
public interface CredentialStore {
    /** Knows none. */
    CredentialStore ANONYMOUS = repository -> Optional.empty();

    /** The credential for a repository; none means that it is asked anonymously. */
    Optional<Credential> find(Repository repository);
}
