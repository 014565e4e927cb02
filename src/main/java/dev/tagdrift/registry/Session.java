package dev.tagdrift.registry;

import dev.tagdrift.auth.Credential;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;

/** What was learned about how one server wants to be asked. */
final class Session {
    private final Map<String, TokenSlot> tokens = new ConcurrentHashMap<>();
    private final Set<Endpoint> expected = new LinkedHashSet<>();
    private final Map<String, TokenBatch> batches = new HashMap<>();
    private final AtomicBoolean batching = new AtomicBoolean(true);
    private final Map<Credential, Denied> refused = new ConcurrentHashMap<>();
    private final Set<Credential> accepted = ConcurrentHashMap.newKeySet();
    private final Object gate = new Object();
    private volatile boolean begun;
    private volatile Scheme scheme = new Scheme.Open();

    /** Lets the first question go alone. */
    <T> T inTurn(Supplier<T> question) {
        if (!begun) {
            synchronized (gate) {
                if (!begun) {
                    try {
                        return question.get();
                    } finally {
                        begun = true;
                    }
                }
            }
        }
        return question.get();
    }

    Scheme scheme() {
        return scheme;
    }

    /** Learns from a challenge, and tells what to bring; a refusal without a challenge unlearns nothing. */
    Scheme learn(Scheme told) {
        if (told instanceof Scheme.Open) {
            return scheme;
        }
        scheme = told;
        return told;
    }

    TokenSlot token(String scope) {
        return tokens.computeIfAbsent(scope, name -> new TokenSlot());
    }

    /** What will be asked here. */
    void expect(Collection<Endpoint> endpoints) {
        synchronized (batches) {
            expected.addAll(endpoints);
        }
    }

    /** The batch that a repository is in; none if it was not expected, or is alone. */
    Optional<TokenBatch> batch(String scope, Function<Endpoint, Optional<Credential>> credentials) {
        synchronized (batches) {
            if (!expected.isEmpty()) {
                Map<Optional<Credential>, List<Endpoint>> byLogin = new LinkedHashMap<>();
                expected.forEach(one -> byLogin.computeIfAbsent(credentials.apply(one), login -> new ArrayList<>())
                        .add(one));
                byLogin.values().forEach(this::divide);
                expected.clear();
            }
            return Optional.ofNullable(batches.get(scope));
        }
    }

    private void divide(List<Endpoint> endpoints) {
        for (int from = 0; from < endpoints.size(); from += TokenBatch.MOST) {
            List<Endpoint> members = endpoints.subList(from, Math.min(from + TokenBatch.MOST, endpoints.size()));
            TokenBatch batch = new TokenBatch(members, batching);
            members.forEach(member -> batches.putIfAbsent(member.scope(), batch));
        }
    }

    /** Remembers that a login is good for something here. */
    void accepted(Credential credential) {
        accepted.add(credential);
    }

    /** Remembers a login that was refused, unless it is known to be good: some refuse a single image like that. */
    void refused(Credential credential, Denied failure) {
        if (!accepted.contains(credential)) {
            refused.putIfAbsent(credential, failure);
        }
    }

    /** What a refusal says about a login: one that was good for something here is only not enough. */
    Login refusedNow(Credential credential) {
        return accepted.contains(credential) ? Login.SHOWN : Login.REFUSED;
    }

    /** How a login was refused that is not to be shown again: enough wrong tries lock an account. */
    Optional<Denied> refusal(Credential credential) {
        return Optional.ofNullable(refused.get(credential));
    }
}
