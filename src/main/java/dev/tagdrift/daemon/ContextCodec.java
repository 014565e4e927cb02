package dev.tagdrift.daemon;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Optional;

/** Reads what Docker's own command writes about its contexts. */
final class ContextCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ContextCodec() {}

    /** The context that a config.json chooses. */
    static Optional<String> current(byte[] config) throws IOException {
        return Optional.of(JSON.readTree(config).path("currentContext").asText(""))
                .filter(name -> !name.isEmpty());
    }

    /**
     * The address in the meta.json of a context.
     *
     * @throws IOException if there is none
     */
    static String host(byte[] meta) throws IOException {
        String host = JSON.readTree(meta)
                .path("Endpoints")
                .path("docker")
                .path("Host")
                .asText("");
        if (host.isEmpty()) {
            throw new IOException("a context without an address");
        }
        return host;
    }
}
