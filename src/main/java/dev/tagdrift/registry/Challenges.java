package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.List;
import java.util.Optional;
import okhttp3.Challenge;
import okhttp3.HttpUrl;

/**
 * Chooses among the challenges of a 401: Bearer before Basic. A token service is asked only over https, or in plain http
 * where the registry itself is: on loopback, or on the registry's own host if that is configured without TLS.
 */
final class Challenges {
    private final Hosts hosts;

    Challenges(Hosts hosts) {
        this.hosts = hosts;
    }

    Answer<Scheme> choose(Endpoint endpoint, List<Challenge> challenges) {
        List<Scheme.Bearer> tokens = challenges.stream()
                .filter(challenge -> challenge.scheme().equalsIgnoreCase("Bearer"))
                .flatMap(challenge -> bearer(endpoint, challenge).stream())
                .toList();
        Optional<Scheme> trusted = tokens.stream()
                .filter(token -> isTrusted(endpoint, token.realm()))
                .<Scheme>map(token -> token)
                .findFirst();
        boolean basic = challenges.stream().anyMatch(one -> one.scheme().equalsIgnoreCase("Basic"));
        return trusted.or(() -> basic ? Optional.of(new Scheme.Basic()) : Optional.empty())
                .or(() -> tokens.isEmpty() ? Optional.of(new Scheme.Open()) : Optional.empty())
                .<Answer<Scheme>>map(Answer.Found::new)
                .orElseGet(() -> untrusted(endpoint, tokens.getFirst().realm()));
    }

    private static Optional<Scheme.Bearer> bearer(Endpoint endpoint, Challenge challenge) {
        return parameter(challenge, "realm")
                .flatMap(realm -> Optional.ofNullable(endpoint.root().resolve(realm)))
                .map(realm -> new Scheme.Bearer(realm, parameter(challenge, "service"), parameter(challenge, "scope")));
    }

    private static Optional<String> parameter(Challenge challenge, String name) {
        return Optional.ofNullable(challenge.authParams().get(name)).filter(value -> !value.isEmpty());
    }

    private boolean isTrusted(Endpoint endpoint, HttpUrl realm) {
        HttpUrl root = endpoint.root();
        if (Hosts.isLoopback(root)) {
            return realm.isHttps() || Hosts.isLoopback(realm);
        }
        boolean sameHost = realm.host().equals(root.host());
        return realm.isHttps() ? sameHost || !hosts.isNear(realm) : sameHost && !root.isHttps();
    }

    private static Answer<Scheme> untrusted(Endpoint endpoint, HttpUrl realm) {
        String detail = Words.plain("token service at " + Origin.of(realm));
        return new Answer.Failed<>(new BadAnswer(endpoint.registry(), Flaw.REDIRECT, detail));
    }
}
