package dev.tagdrift.testing;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lets only tokens through, and gives them.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token Authentication</a>
 * @see <a href="https://distribution.github.io/distribution/spec/auth/oauth/">Oauth2 Token Authentication</a>
 */
public final class TokenService implements Fault {
    /** What a user may present in place of a password by {@code grant_type=refresh_token}. */
    public static final String IDENTITY_TOKEN = "fake-identity-token";

    private static final Pattern PATH = Pattern.compile("/v2/(?<name>.+)/(?:manifests|blobs|referrers)/[^/]+");

    private final String host;
    private final Optional<String> authorization;
    private final Set<String> valid = ConcurrentHashMap.newKeySet();
    private final AtomicInteger given = new AtomicInteger();

    private TokenService(String host, Optional<String> authorization) {
        this.host = host;
        this.authorization = authorization;
    }

    static TokenService forAnybody(String host) {
        return new TokenService(host, Optional.empty());
    }

    static TokenService forUser(String host, String user, String password) {
        return new TokenService(host, Optional.of(BasicLogin.authorization(user, password)));
    }

    /** Accepts none of the tokens given so far any more. */
    public void expireTokens() {
        valid.clear();
    }

    @Override
    public Response answer(Request request, Responder next) {
        if (request.path().equals("/token")) {
            return token(request);
        }
        Matcher path = PATH.matcher(request.path());
        String scope = path.matches() ? "repository:" + path.group("name") + ":pull" : "";
        boolean allowed = request.header("Authorization")
                .filter(value -> value.startsWith("Bearer ") && value.endsWith("~" + scope))
                .filter(value -> valid.contains(value.substring("Bearer ".length())))
                .isPresent();
        return allowed ? next.answer(request) : challenge(scope);
    }

    private Response challenge(String scope) {
        return Response.error(401, "UNAUTHORIZED", "authentication required")
                .with(
                        "WWW-Authenticate",
                        "Bearer realm=\"http://%s/token\",service=\"fake\",scope=\"%s\"".formatted(host, scope));
    }

    private Response token(Request request) {
        if (!mayHaveToken(request)) {
            return Response.error(401, "UNAUTHORIZED", "incorrect username or password");
        }
        String parameters = request.method().equals("POST") ? request.body() : request.query();
        String token = given.incrementAndGet() + "~" + parameter(parameters, "scope");
        valid.add(token);
        String field = request.method().equals("POST") ? "access_token" : "token";
        return Response.of(200, "application/json", "{\"%s\":\"%s\",\"expires_in\":300}".formatted(field, token));
    }

    private boolean mayHaveToken(Request request) {
        if (request.method().equals("POST")) {
            return parameter(request.body(), "grant_type").equals("refresh_token")
                    && parameter(request.body(), "refresh_token").equals(IDENTITY_TOKEN);
        }
        Optional<String> sent = request.header("Authorization");
        return authorization.isEmpty() || authorization.equals(sent);
    }

    private static String parameter(String parameters, String name) {
        return Arrays.stream(parameters.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }
}
