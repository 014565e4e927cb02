package dev.tagdrift.registry;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** What was learned about how one server wants to be asked. */
final class Session {
    private final Map<String, TokenSlot> tokens = new ConcurrentHashMap<>();
    private final Object gate = new Object();
    private volatile boolean begun;
    private volatile Scheme scheme = new Scheme.Open();

    /** Lets the first request go alone: its challenge tells all the others what to bring. */
    <T> T inTurn(Supplier<T> conversation) {
        if (!begun) {
            synchronized (gate) {
                if (!begun) {
                    try {
                        return conversation.get();
                    } finally {
                        begun = true;
                    }
                }
            }
        }
        return conversation.get();
    }

    Scheme scheme() {
        return scheme;
    }

    void learn(Scheme learned) {
        scheme = learned;
    }

    TokenSlot token(String scope) {
        return tokens.computeIfAbsent(scope, name -> new TokenSlot());
    }
}
