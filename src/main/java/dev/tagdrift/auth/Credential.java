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
    record RegistryToken(Secret token) implements Credential {}
}
