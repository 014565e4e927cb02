package dev.tagdrift.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A folder with the three files that Docker's own command keeps for one engine. */
public final class PemFolder {
    private PemFolder() {}

    /**
     * TLS that trusts {@code ca.pem} alone, and says with {@code cert.pem} and {@code key.pem} who we are. Of the three
     * those count that are there.
     *
     * @throws IOException if one of them cannot be used
     */
    public static SSLContext tls(Path folder) throws IOException {
        Optional<Path> authority = Optional.of(folder.resolve("ca.pem")).filter(Files::exists);
        Optional<Path> own = Optional.of(folder.resolve("cert.pem")).filter(Files::exists);
        try {
            return TlsContexts.context(
                    TlsContexts.keys(own.stream().toList(), cert -> folder.resolve("key.pem")),
                    new TlsContexts(new Trust(authority, Map.of(), List.of())).manager(List.of()));
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }
}
