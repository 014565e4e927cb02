package dev.tagdrift.auth;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads what Docker's {@code config.json} says about credentials; podman's {@code auth.json} has the same form. */
final class DockerConfigCodec {
    private static final ObjectMapper JSON = new ObjectMapper();

    private DockerConfigCodec() {}

    /**
     * What the file says.
     *
     * @param credentials by the key as it is written
     * @param helpers the names of programs that know more, by the key as it is written
     * @param store the name of the program that knows what no other does, if there is one
     * @param broken keys of the entries that make no sense
     */
    record Auths(
            Map<String, Credential> credentials,
            Map<String, String> helpers,
            Optional<String> store,
            List<String> broken) {
        static final Auths NONE = new Auths(Map.of(), Map.of(), Optional.empty(), List.of());
    }

    static Auths read(byte[] bytes) throws MalformedConfigException {
        Map<String, Credential> credentials = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        JsonNode tree = tree(bytes);
        for (Map.Entry<String, JsonNode> entry : tree.path("auths").properties()) {
            try {
                credential(entry.getValue()).ifPresent(credential -> credentials.put(entry.getKey(), credential));
            } catch (IllegalArgumentException e) {
                broken.add(entry.getKey());
            }
        }
        Map<String, String> helpers = new LinkedHashMap<>();
        tree.path("credHelpers")
                .properties()
                .forEach(
                        helper -> helpers.put(helper.getKey(), helper.getValue().asText("")));
        return new Auths(credentials, helpers, text(tree, "credsStore"), broken);
    }

    /** The parser's own words quote the file, so only the line is taken from them. */
    private static JsonNode tree(byte[] bytes) throws MalformedConfigException {
        try {
            JsonNode tree = JSON.readTree(bytes);
            if (!tree.isObject()) {
                throw new MalformedConfigException(1);
            }
            return tree;
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new MalformedConfigException(line);
        } catch (IOException e) {
            throw new MalformedConfigException(1);
        }
    }

    /** In the order in which Docker prefers them; an empty entry is what a credential store leaves behind. */
    private static Optional<Credential> credential(JsonNode entry) {
        return text(entry, "registrytoken")
                .<Credential>map(token -> new Credential.RegistryToken(new Secret(token)))
                .or(() -> text(entry, "identitytoken").map(token -> new Credential.IdentityToken(new Secret(token))))
                .or(() -> text(entry, "auth").map(DockerConfigCodec::decode))
                .or(() -> text(entry, "username")
                        .map(user -> userPassword(user, text(entry, "password").orElse(""))));
    }

    private static Optional<String> text(JsonNode entry, String field) {
        return Optional.of(entry.path(field).asText("")).filter(text -> !text.isEmpty());
    }

    /** The user ends at the first colon; the password may have more of them. */
    private static Credential decode(String auth) {
        String both = new String(Base64.getDecoder().decode(auth.strip()), StandardCharsets.UTF_8);
        int colon = both.indexOf(':');
        if (colon < 1) {
            throw new IllegalArgumentException("no user");
        }
        return userPassword(both.substring(0, colon), both.substring(colon + 1));
    }

    /** Docker drops trailing NULs, which some old versions wrote. */
    private static Credential userPassword(String user, String password) {
        int end = password.length();
        while (end > 0 && password.charAt(end - 1) == 0) {
            end--;
        }
        return new Credential.UserPassword(user, new Secret(password.substring(0, end)));
    }

    /** Says that the file is not JSON, and where. */
    static final class MalformedConfigException extends IOException {
        private static final long serialVersionUID = 1L;

        private final int line;

        MalformedConfigException(int line) {
            super("line " + line);
            this.line = line;
        }

        int line() {
            return line;
        }
    }
}
