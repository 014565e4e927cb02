package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import java.util.function.Supplier;

/** Keeps the token for one scope of one registry, so that it is fetched once however many ask for it. */
final class TokenSlot {
    private Authorization current = Authorization.NONE;

    /**
     * A token that has not been refused yet.
     *
     * @param refused the one that was, or none
     */
    synchronized Answer<Authorization> otherThan(Authorization refused, Supplier<Answer<Authorization>> fetch) {
        if (!current.equals(Authorization.NONE) && !current.equals(refused)) {
            return new Answer.Found<>(current);
        }
        Answer<Authorization> fetched = fetch.get();
        current = fetched.found().orElse(Authorization.NONE);
        return fetched;
    }
}
