package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Finds what a request brings to a server that wants to know who is asking. A refused login is not shown again. */
final class Proofs {
    private final CredentialStore credentials;
    private final TokenEndpoint tokens;
    private final Clock clock;

    Proofs(CredentialStore credentials, TokenEndpoint tokens, Clock clock) {
        this.credentials = credentials;
        this.tokens = tokens;
        this.clock = clock;
    }

    Optional<Credential> login(Endpoint endpoint) {
        return credentials.find(endpoint.asked());
    }

    /**
     * What this scheme wants.
     *
     * @param refused what was brought before, or nothing
     */
    Answer<Authorization> of(Scheme scheme, Session session, Endpoint endpoint, Authorization refused) {
        return switch (scheme) {
            case Scheme.Open open -> new Answer.Found<>(Authorization.NONE);
            case Scheme.Basic basic -> basic(session, endpoint);
            case Scheme.Bearer bearer -> bearer(session, endpoint, bearer, refused);
        };
    }

    private Answer<Authorization> basic(Session session, Endpoint endpoint) {
        Optional<Credential> login = login(endpoint);
        Optional<Denied> refusal = login.flatMap(session::refusal);
        if (refusal.isPresent()) {
            return new Answer.Failed<>(refusal.get());
        }
        return new Answer.Found<>(login.stream()
                .filter(Credential.UserPassword.class::isInstance)
                .map(Credential.UserPassword.class::cast)
                .map(known -> Authorization.basic(known.user(), known.password()))
                .findFirst()
                .orElse(Authorization.NONE));
    }

    private Answer<Authorization> bearer(
            Session session, Endpoint endpoint, Scheme.Bearer bearer, Authorization refused) {
        Optional<Credential> login = login(endpoint);
        if (login.isPresent() && login.get() instanceof Credential.RegistryToken own) {
            return new Answer.Found<>(Authorization.bearer(own.token(), true));
        }
        return session.batch(endpoint.scope(), this::login)
                .flatMap(batch ->
                        batch.otherThan(refused, clock.instant(), endpoint, all -> fetch(session, all, bearer, login)))
                .orElseGet(() -> session.token(endpoint.scope())
                        .otherThan(refused, clock.instant(), () -> fetch(session, List.of(endpoint), bearer, login)));
    }

    private Answer<Token> fetch(
            Session session, List<Endpoint> endpoints, Scheme.Bearer bearer, Optional<Credential> login) {
        Optional<Denied> refusal = login.flatMap(session::refusal);
        if (refusal.isPresent()) {
            return new Answer.Failed<>(refusal.get());
        }
        return tokens.fetch(endpoints, bearer, login).then(reply -> {
            if (reply.isSuccess()) {
                login.ifPresent(session::accepted);
            }
            boolean wrong = reply.status() == 401 && endpoints.size() == 1;
            return tokens.read(
                    endpoints,
                    reply,
                    login.map(one -> wrong ? session.refusedNow(one) : Login.SHOWN)
                            .orElse(Login.NONE));
        });
    }
}
