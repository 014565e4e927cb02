package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Proves who is asking. The handshake, in this order:
 *
 * <ol>
 *   <li>A request brings what the server is known to want: nothing at first, then what its last challenge asked for. If
 *       that cannot be had it brings nothing: for another repository the server may want something else.
 *   <li>A 401 of the server itself brings a challenge; it wins over what was known.
 *   <li>Basic takes the credential; Bearer takes a token for the repository, fetched unless another thread has, and for
 *       several repositories at once where they are known and the service grants them.
 *   <li>The request is sent once more, unless there is nothing new to bring. What comes then is the answer.
 * </ol>
 *
 * A login is refused only by who asked for it in such a challenge.
 */
final class Authorizer {
    private final Sender sender;
    private final Challenges challenges;
    private final Proofs proofs;
    private final StatusFailures failures;
    private final Map<Origin, Session> sessions = new ConcurrentHashMap<>();

    Authorizer(Sender sender, Challenges challenges, Proofs proofs, StatusFailures failures) {
        this.sender = sender;
        this.challenges = challenges;
        this.proofs = proofs;
        this.failures = failures;
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

    /** Lets the first question to a server go alone: its challenge tells all the others what to bring. */
    <T> T inTurn(Endpoint endpoint, Supplier<T> question) {
        return session(endpoint.origin()).inTurn(question);
    }

    Answer<Authorized> send(Endpoint endpoint, Question question) {
        Session session = session(endpoint.origin());
        Scheme known = session.scheme();
        Answer<Authorization> offer = proofs.of(known, session, endpoint, Authorization.NONE);
        return send(question, offer.found().orElse(Authorization.NONE)).then(first -> {
            Reply reply = first.reply();
            return reply.status() == 401 && isOf(endpoint.origin(), reply)
                    ? new Refused(session, endpoint, question, known, offer, first).meet()
                    : new Answer.Found<>(judged(session, endpoint, known, first));
        });
    }

    /** A request that was answered 401 by the server itself, with what is known about it. */
    private final class Refused {
        private final Session session;
        private final Endpoint endpoint;
        private final Question question;
        private final Scheme known;
        private final Answer<Authorization> offer;
        private final Authorized first;

        Refused(
                Session session,
                Endpoint endpoint,
                Question question,
                Scheme known,
                Answer<Authorization> offer,
                Authorized first) {
            this.session = session;
            this.endpoint = endpoint;
            this.question = question;
            this.known = known;
            this.offer = offer;
            this.first = first;
        }

        Answer<Authorized> meet() {
            return challenges.choose(endpoint, first.reply().challenges()).then(told -> {
                Scheme scheme = session.learn(told);
                Answer<Authorization> proof = proof(scheme);
                proof.failure().ifPresent(this::remember);
                return proof.then(fresh -> fresh.equals(brought()) ? new Answer.Found<>(first) : send(question, fresh))
                        .then(last -> new Answer.Found<>(judged(session, endpoint, scheme, last)));
            });
        }

        private Authorization brought() {
            return offer.found().orElse(Authorization.NONE);
        }

        /** What could not be had a moment ago cannot be had now from the same place. */
        private Answer<Authorization> proof(Scheme scheme) {
            return offer.failure().isPresent() && scheme.isProvedLike(known)
                    ? offer
                    : proofs.of(scheme, session, endpoint, brought());
        }

        private void remember(ResolutionFailure reason) {
            if (reason instanceof Denied denied && denied.login() == Login.REFUSED) {
                proofs.login(endpoint).ifPresent(login -> session.refused(login, denied));
            }
        }
    }

    /** Basic is proved by the answer itself; what proves to the token service is proved there. */
    private Authorized judged(Session session, Endpoint endpoint, Scheme scheme, Authorized answer) {
        Optional<Credential> login = scheme instanceof Scheme.Basic && answer.login() == Login.SHOWN
                ? proofs.login(endpoint)
                : Optional.empty();
        if (login.isEmpty()) {
            return answer;
        }
        if (answer.reply().status() != 401) {
            session.accepted(login.get());
            return answer;
        }
        Authorized refused = new Authorized(answer.reply(), session.refusedNow(login.get()));
        if (failures.of(endpoint, refused) instanceof Denied denied) {
            session.refused(login.get(), denied);
        }
        return refused;
    }

    private Answer<Authorized> send(Question question, Authorization authorization) {
        return sender.send(question.with(authorization)).then(reply -> {
            boolean proved = authorization.authenticated() && isOf(Origin.of(question.url()), reply);
            return new Answer.Found<>(new Authorized(reply, proved ? Login.SHOWN : Login.NONE));
        });
    }

    /** Elsewhere, after a redirect, nothing was proved. */
    private static boolean isOf(Origin origin, Reply reply) {
        return Origin.of(reply.url()).equals(origin);
    }
}
