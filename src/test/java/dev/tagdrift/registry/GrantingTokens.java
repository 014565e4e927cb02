package dev.tagdrift.registry;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import dev.tagdrift.testing.Fault;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A token service that gives one token for several scopes, in the form of Distribution or in one that tells nothing. */
final class GrantingTokens implements Fault {
    private final UnaryOperator<List<String>> grant;
    private final boolean readable;
    private final boolean wanted;
    private final Map<String, Set<String>> given = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private GrantingTokens(UnaryOperator<List<String>> grant, boolean readable) {
        this(grant, readable, true);
    }

    private GrantingTokens(UnaryOperator<List<String>> grant, boolean readable, boolean wanted) {
        this.grant = grant;
        this.readable = readable;
        this.wanted = wanted;
    }

    /** Grants what is asked for. */
    static GrantingTokens all() {
        return new GrantingTokens(scopes -> scopes, true);
    }

    /** Grants what is asked for, but for this repository if it is not asked for alone. */
    static GrantingTokens allBut(String repository) {
        return new GrantingTokens(
                scopes -> scopes.size() == 1
                        ? scopes
                        : scopes.stream()
                                .filter(scope -> !scope.contains(repository))
                                .toList(),
                true);
    }

    /** Grants only the first scope, in a token that nobody can read. */
    static GrantingTokens firstOnly() {
        return new GrantingTokens(scopes -> scopes.subList(0, 1), false);
    }

    /** Gives tokens that grant nothing, to a registry that wants any token at all. */
    static GrantingTokens nothing() {
        return new GrantingTokens(scopes -> List.of(), true, false);
    }

    @Override
    public Response answer(Request request, Responder next) {
        if (request.path().equals("/token")) {
            return token(request);
        }
        String name = request.path().replaceFirst("^/v2/(.+)/(manifests|blobs)/.*$", "$1");
        boolean allowed = request.header("Authorization")
                .map(value -> value.replaceFirst("^Bearer ", ""))
                .filter(given::containsKey)
                .filter(token -> !wanted || given.getOrDefault(token, Set.of()).contains(name))
                .isPresent();
        return allowed
                ? next.answer(request)
                : Response.error(401, "UNAUTHORIZED", "authentication required")
                        .with(
                                "WWW-Authenticate",
                                "Bearer realm=\"/token\",service=\"fake\",scope=\"repository:%s:pull\""
                                        .formatted(name));
    }

    private Response token(Request request) {
        List<String> scopes = Arrays.stream(request.query().split("&", -1))
                .filter(pair -> pair.startsWith("scope="))
                .map(pair -> URLDecoder.decode(pair.substring("scope=".length()), StandardCharsets.UTF_8))
                .toList();
        Set<String> names = grant.apply(scopes).stream()
                .map(scope -> scope.split(":", -1)[1])
                .collect(Collectors.toSet());
        String token = readable ? jwt(names) : "opaque-" + number.incrementAndGet();
        given.put(token, names);
        return Response.of(200, "application/json", "{\"token\":\"%s\",\"expires_in\":300}".formatted(token));
    }

    private String jwt(Set<String> names) {
        String access = names.stream()
                .sorted()
                .map("{\"type\":\"repository\",\"name\":\"%s\",\"actions\":[\"pull\"]}"::formatted)
                .collect(Collectors.joining(","));
        return base64("{\"alg\":\"none\"}") + "."
                + base64("{\"jti\":\"%d\",\"access\":[%s]}".formatted(number.incrementAndGet(), access)) + ".c2ln";
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
