package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.resolve.Answer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Proves who is asking. The handshake, in this order:
 *
 * <ol>
 *   <li>A request carries what the server is known to want: nothing at first, then what its last challenge asked for.
 *   <li>A 401 of the server itself brings a challenge; it wins over what was known.
 *   <li>Basic takes the credential; Bearer takes a token for the repository, fetched unless another thread has.
 *   <li>The request is sent once more, unless there is nothing new to bring. What comes then is the answer.
 * </ol>
 */
final class Authorizer {
    private final Sender sender;
    private final CredentialStore credentials;
    private final Challenges challenges;
    private final TokenEndpoint tokens;
    private final Map<Origin, Session> sessions = new ConcurrentHashMap<>();

    Authorizer(Sender sender, CredentialStore credentials, Challenges challenges, TokenEndpoint tokens) {
        this.sender = sender;
        this.credentials = credentials;
        this.challenges = challenges;
        this.tokens = tokens;
    }

    Answer<Authorized> send(Endpoint endpoint, Question question) {
        Session session = sessions.computeIfAbsent(endpoint.origin(), origin -> new Session());
        return session.inTurn(() -> authorization(session, endpoint, Authorization.NONE)
                .then(known -> send(question, known).then(authorized -> {
                    Reply reply = authorized.reply();
                    boolean challenged =
                            reply.status() == 401 && Origin.of(reply.url()).equals(endpoint.origin());
                    return challenged
                            ? meet(session, endpoint, question, known, authorized)
                            : new Answer.Found<>(authorized);
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
                .then(fresh -> fresh.equals(refused) ? new Answer.Found<>(reply) : send(question, fresh));
    }

    private Answer<Authorized> send(Question question, Authorization authorization) {
        return sender.send(question.with(authorization))
                .then(reply -> new Answer.Found<>(new Authorized(reply, authorization.authenticated())));
    }

    private Answer<Authorization> authorization(Session session, Endpoint endpoint, Authorization refused) {
        return switch (session.scheme()) {
            case Scheme.Open open -> new Answer.Found<>(Authorization.NONE);
            case Scheme.Basic basic -> new Answer.Found<>(basic(endpoint));
            case Scheme.Bearer bearer -> bearer(session, endpoint, bearer, refused);
        };
    }

    private Authorization basic(Endpoint endpoint) {
        return credentials.find(endpoint.asked()).stream()
                .filter(Credential.UserPassword.class::isInstance)
                .map(Credential.UserPassword.class::cast)
                .map(login -> Authorization.basic(login.user(), login.password()))
                .findFirst()
                .orElse(Authorization.NONE);
    }

    private Answer<Authorization> bearer(
            Session session, Endpoint endpoint, Scheme.Bearer bearer, Authorization refused) {
        Optional<Credential> credential = credentials.find(endpoint.asked());
        if (credential.isPresent() && credential.get() instanceof Credential.RegistryToken own) {
            return new Answer.Found<>(Authorization.bearer(own.token(), true));
        }
        return session.token(endpoint.scope()).otherThan(refused, () -> tokens.fetch(endpoint, bearer, credential));
    }
}
