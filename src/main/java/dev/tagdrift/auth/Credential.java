package dev.tagdrift.auth;

/** What proves to a registry who is asking. */
public sealed interface Credential {
    /**
     * A user's name and password, or an access token in the password's place.
     *
     * @param user name
     * @param password or access token
     */
    record UserPassword(String user, Secret password) implements Credential {}

    /**
     * What a token service takes in exchange for a token, as an OAuth2 refresh token.
     *
     * @param token to exchange
     */
    record IdentityToken(Secret token) implements Credential {}

    /**
     * What the registry itself takes as a bearer token.
     *
     * @param token to send as it is
     */
    record RegistryToken(Secret token) implements Credential {
        /** @throws IllegalArgumentException if no header can carry it; it is sent as it is, unlike the others */
        public RegistryToken {
            if (!token.reveal().chars().allMatch(character -> character > ' ' && character <= '~')) {
                throw new IllegalArgumentException("a token with characters that no header can carry");
            }
        }
    }
}
