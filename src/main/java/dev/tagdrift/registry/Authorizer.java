package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Proves who is asking. The handshake, in this order:
 *
 * <ol>
 *   <li>A request carries what the server is known to want: nothing at first, then what its last challenge asked for.
 *   <li>A 401 of the server itself brings a challenge; it wins over what was known.
 *   <li>Basic takes the credential; Bearer takes a token for the repository, fetched unless another thread has, and for
 *       several repositories at once where they are known and the service grants them.
 *   <li>The request is sent once more, unless there is nothing new to bring. What comes then is the answer.
 * </ol>
 *
 * A login that was refused is not shown again.
 */
final class Authorizer {
    private final Sender sender;
    private final CredentialStore credentials;
    private final Challenges challenges;
    private final TokenEndpoint tokens;
    private final StatusFailures failures;
    private final Clock clock;
    private final Map<Origin, Session> sessions = new ConcurrentHashMap<>();

    Authorizer(
            Sender sender,
            CredentialStore credentials,
            Challenges challenges,
            TokenEndpoint tokens,
            StatusFailures failures,
            Clock clock) {
        this.sender = sender;
        this.credentials = credentials;
        this.challenges = challenges;
        this.tokens = tokens;
        this.failures = failures;
        this.clock = clock;
    }

    /** Tells what will be asked for. */
    void expect(Collection<Endpoint> endpoints) {
        endpoints.stream()
                .collect(Collectors.groupingBy(Endpoint::origin))
                .forEach((origin, group) -> session(origin).expect(group));
    }

    private Session session(Origin origin) {
        return sessions.computeIfAbsent(origin, any -> new Session());
    }

    Answer<Authorized> send(Endpoint endpoint, Question question) {
        Session session = session(endpoint.origin());
        return session.inTurn(() -> authorization(session, endpoint, Authorization.NONE)
                .then(known -> send(question, known).then(authorized -> {
                    Reply reply = authorized.reply();
                    boolean challenged = reply.status() == 401 && isOf(endpoint.origin(), reply);
                    return challenged
                            ? meet(session, endpoint, question, known, authorized)
                            : accepted(session, endpoint, authorized);
                })));
    }

    private Answer<Authorized> meet(
            Session session, Endpoint endpoint, Question question, Authorization refused, Authorized reply) {
        return challenges
                .choose(endpoint, reply.reply().challenges())
                .then(scheme -> {
                    session.learn(scheme);
                    return authorization(session, endpoint, refused);
                })
                .then(fresh -> fresh.equals(refused) ? new Answer.Found<>(reply) : send(question, fresh))
                .then(last -> accepted(session, endpoint, last));
    }

    /** Basic is proved by the answer itself; what proves to the token service is proved there. */
    private Answer<Authorized> accepted(Session session, Endpoint endpoint, Authorized answer) {
        if (answer.authenticated() && session.scheme() instanceof Scheme.Basic) {
            login(endpoint).ifPresent(login -> {
                if (answer.reply().status() != 401) {
                    session.accepted(login);
                } else if (failures.of(endpoint, answer) instanceof Denied denied) {
                    session.refused(login, denied);
                }
            });
        }
        return new Answer.Found<>(answer);
    }

    private Answer<Authorized> send(Question question, Authorization authorization) {
        return sender.send(question.with(authorization))
                .then(reply -> new Answer.Found<>(new Authorized(
                        reply, authorization.authenticated() && isOf(Origin.of(question.url()), reply))));
    }

    /** Elsewhere, after a redirect, nothing was proved. */
    private static boolean isOf(Origin origin, Reply reply) {
        return Origin.of(reply.url()).equals(origin);
    }

    private Answer<Authorization> authorization(Session session, Endpoint endpoint, Authorization refused) {
        return switch (session.scheme()) {
            case Scheme.Open open -> new Answer.Found<>(Authorization.NONE);
            case Scheme.Basic basic -> basic(session, endpoint);
            case Scheme.Bearer bearer -> bearer(session, endpoint, bearer, refused);
        };
    }

    private Optional<Credential> login(Endpoint endpoint) {
        return credentials.find(endpoint.asked());
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
            Answer<Token> token = tokens.read(endpoints, reply, login.isPresent());
            if (reply.isSuccess()) {
                login.ifPresent(session::accepted);
            } else if (reply.status() == 401 && endpoints.size() == 1) {
                login.ifPresent(one -> token.failure()
                        .filter(Denied.class::isInstance)
                        .map(Denied.class::cast)
                        .ifPresent(denied -> session.refused(one, denied)));
            }
            return token;
        });
    }
}
