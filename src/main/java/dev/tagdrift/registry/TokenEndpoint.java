package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.Optional;
import okhttp3.FormBody;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Fetches tokens.
 *
 * @see <a href="https://distribution.github.io/distribution/spec/auth/token/">Token Authentication</a>
 * @see <a href="https://distribution.github.io/distribution/spec/auth/oauth/">OAuth2 Token Authentication</a>
 */
final class TokenEndpoint {
    private static final long LIMIT = 1024 * 1024;
    private static final String CLIENT = "tagdrift";

    private final Sender sender;
    private final Requests requests;
    private final StatusFailures failures;

    TokenEndpoint(Sender sender, Requests requests, StatusFailures failures) {
        this.sender = sender;
        this.requests = requests;
        this.failures = failures;
    }

    Answer<Authorization> fetch(Endpoint endpoint, Scheme.Bearer bearer, Optional<Credential> credential) {
        String scope = bearer.scope()
                .filter(asked ->
                        asked.startsWith("repository:" + endpoint.asked().path() + ":"))
                .orElse(endpoint.scope());
        Question question = credential
                .map(known -> switch (known) {
                    case Credential.IdentityToken(Secret token) -> exchange(endpoint, bearer, scope, token);
                    case Credential.UserPassword(String user, Secret password) ->
                        get(endpoint, bearer, scope).with(Authorization.basic(user, password));
                    case Credential.RegistryToken own -> get(endpoint, bearer, scope);
                })
                .orElseGet(() -> get(endpoint, bearer, scope));
        return sender.send(question).then(reply -> read(endpoint, reply, credential.isPresent()));
    }

    private Question get(Endpoint endpoint, Scheme.Bearer bearer, String scope) {
        HttpUrl.Builder url = bearer.realm().newBuilder();
        bearer.service().ifPresent(service -> url.addQueryParameter("service", service));
        Request request =
                requests.to(url.addQueryParameter("scope", scope).build()).get().build();
        return new Question(endpoint.registry(), request, LIMIT);
    }

    private Question exchange(Endpoint endpoint, Scheme.Bearer bearer, String scope, Secret identity) {
        FormBody.Builder form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("client_id", CLIENT)
                .add("scope", scope)
                .add("refresh_token", identity.reveal());
        bearer.service().ifPresent(service -> form.add("service", service));
        Request request = requests.to(bearer.realm()).post(form.build()).build();
        return new Question(endpoint.registry(), request, LIMIT);
    }

    private Answer<Authorization> read(Endpoint endpoint, Reply reply, boolean authenticated) {
        if (!reply.isSuccess()) {
            return new Answer.Failed<>(failures.ofTokenService(endpoint.registry(), reply, authenticated));
        }
        return TokenCodec.read(reply.bytes())
                .<Answer<Authorization>>map(token -> new Answer.Found<>(Authorization.bearer(token, authenticated)))
                .orElseGet(() -> new Answer.Failed<>(
                        new BadAnswer(endpoint.registry(), Flaw.MALFORMED, "no token from " + Origin.of(reply.url()))));
    }
}
