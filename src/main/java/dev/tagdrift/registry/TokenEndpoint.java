package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.Secret;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
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
    private final Clock clock;

    TokenEndpoint(Sender sender, Requests requests, StatusFailures failures, Clock clock) {
        this.sender = sender;
        this.requests = requests;
        this.failures = failures;
        this.clock = clock;
    }

    /** Asks for one token for all of these repositories, on behalf of the first. */
    Answer<Reply> fetch(List<Endpoint> endpoints, Scheme.Bearer bearer, Optional<Credential> credential) {
        Endpoint first = endpoints.getFirst();
        List<String> scopes = scopes(endpoints, bearer);
        return credential
                .map(known -> switch (known) {
                    case Credential.IdentityToken(Secret token) -> exchange(first, bearer, scopes, token);
                    case Credential.UserPassword(String user, Secret password) ->
                        sender.send(get(first, bearer, scopes).with(Authorization.basic(user, password)));
                    case Credential.RegistryToken own -> sender.send(get(first, bearer, scopes));
                })
                .orElseGet(() -> sender.send(get(first, bearer, scopes)));
    }

    private static List<String> scopes(List<Endpoint> endpoints, Scheme.Bearer bearer) {
        Endpoint first = endpoints.getFirst();
        String own = bearer.scope()
                .filter(asked -> asked.startsWith("repository:" + first.asked().path() + ":"))
                .orElse(first.scope());
        return Stream.concat(Stream.of(own), endpoints.stream().skip(1).map(Endpoint::scope))
                .toList();
    }

    private Question get(Endpoint endpoint, Scheme.Bearer bearer, List<String> scopes) {
        HttpUrl.Builder url = bearer.realm().newBuilder();
        bearer.service().ifPresent(service -> url.addQueryParameter("service", service));
        scopes.forEach(scope -> url.addQueryParameter("scope", scope));
        return endpoint.question(
                begin(endpoint, url.build(), scopes.size() > 1).get().build(), LIMIT);
    }

    private Request.Builder begin(Endpoint endpoint, HttpUrl service, boolean several) {
        boolean far = !Hosts.isLoopback(endpoint.root())
                && !service.host().equals(endpoint.root().host());
        Request.Builder request = requests.to(service);
        if (several) {
            request.tag(Troubles.Tentative.class, new Troubles.Tentative());
        }
        return far ? request.tag(OneExchange.FarOnly.class, new OneExchange.FarOnly()) : request;
    }

    /** Some services know no POST, and take an identity token in the place of a password (as containerd sends it). */
    private Answer<Reply> exchange(Endpoint endpoint, Scheme.Bearer bearer, List<String> scopes, Secret identity) {
        return sender.send(post(endpoint, bearer, scopes, identity))
                .then(reply -> reply.status() == 404 || reply.status() == 405
                        ? sender.send(get(endpoint, bearer, scopes).with(Authorization.basic("", identity)))
                        : new Answer.Found<>(reply));
    }

    private Question post(Endpoint endpoint, Scheme.Bearer bearer, List<String> scopes, Secret identity) {
        FormBody.Builder form = new FormBody.Builder()
                .add("grant_type", "refresh_token")
                .add("client_id", CLIENT)
                .add("scope", String.join(" ", scopes))
                .add("refresh_token", identity.reveal());
        bearer.service().ifPresent(service -> form.add("service", service));
        Request request = begin(endpoint, bearer.realm(), scopes.size() > 1)
                .post(form.build())
                .build();
        return endpoint.question(request, LIMIT);
    }

    Answer<Token> read(List<Endpoint> endpoints, Reply reply, Login login) {
        Endpoint endpoint = endpoints.getFirst();
        if (!reply.isSuccess()) {
            return new Answer.Failed<>(failures.ofTokenService(endpoint.registry(), reply, login));
        }
        return TokenCodec.read(reply.bytes())
                .<Answer<Token>>map(grant -> new Answer.Found<>(new Token(
                        Authorization.bearer(grant.token(), login != Login.NONE && grant.servesAny(endpoints)),
                        grant.until(clock.instant()),
                        grant.repositories())))
                .orElseGet(() -> new Answer.Failed<>(
                        new BadAnswer(endpoint.registry(), Flaw.MALFORMED, "no token from " + Origin.of(reply.url()))));
    }
}
