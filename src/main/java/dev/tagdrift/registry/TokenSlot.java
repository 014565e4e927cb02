package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

/** Keeps the token for one scope of one registry, so that it is fetched once however many ask for it. */
final class TokenSlot {
    private Optional<Token> current = Optional.empty();

    /**
     * A token that has not been refused yet, and is good still.
     *
     * @param refused the one that was, or none
     */
    synchronized Answer<Authorization> otherThan(Authorization refused, Instant now, Supplier<Answer<Token>> fetch) {
        Optional<Token> good = current.filter(token -> token.isGood(now, refused));
        if (good.isPresent()) {
            return new Answer.Found<>(good.get().authorization());
        }
        Answer<Token> fetched = fetch.get();
        current = fetched.found();
        return fetched.then(token -> new Answer.Found<>(token.authorization()));
    }
}
