package dev.tagdrift.registry;

import dev.tagdrift.auth.Secret;
import java.nio.charset.StandardCharsets;
import okhttp3.Credentials;

/**
 * What a request proves.
 *
 * @param header the value that is sent
 * @param authenticated whether it stands for somebody: an anonymous token does not
 */
record Authorization(Secret header, boolean authenticated) {
    /** Nothing is sent. */
    static final Authorization NONE = new Authorization(new Secret(""), false);

    /** See RFC 7617. */
    static Authorization basic(String user, Secret password) {
        String header = Credentials.basic(user, password.reveal(), StandardCharsets.UTF_8);
        return new Authorization(new Secret(header), true);
    }

    /** See RFC 6750. */
    static Authorization bearer(Secret token, boolean authenticated) {
        return new Authorization(new Secret("Bearer " + token.reveal()), authenticated);
    }
}
