package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * One token for several repositories. What the service granted is read out of the token; one that cannot be read is used
 * for the repository that it was fetched for alone. What it does not serve is fetched singly, and once the service
 * refuses, or hides what it grants, it is not asked for several any more.
 */
final class TokenBatch {
    /** A scope is about 60 characters, and addresses of 2,000 pass everywhere. */
    static final int MOST = 20;

    private final Set<Endpoint> served;
    private final AtomicBoolean worthwhile;
    private Optional<Token> current = Optional.empty();

    /** @param worthwhile whether the service grants several scopes, as far as is known; shared by all its batches */
    TokenBatch(List<Endpoint> members, AtomicBoolean worthwhile) {
        this.served = new HashSet<>(members);
        this.worthwhile = worthwhile;
    }

    /**
     * A token for this repository that has not been refused yet; empty if that is to be fetched singly.
     *
     * @param refused the one that was, or none
     * @param fetch asks for one token for all of these repositories
     */
    synchronized Optional<Answer<Authorization>> otherThan(
            Authorization refused, Instant now, Endpoint one, Function<List<Endpoint>, Answer<Token>> fetch) {
        Endpoint member = one.until(Instant.MAX);
        if (current.filter(token -> token.authorization().equals(refused)).isPresent()) {
            served.remove(member);
        }
        if (!served.contains(member)) {
            return Optional.empty();
        }
        if (current.filter(token -> now.isBefore(token.until())).isEmpty()) {
            Optional<Answer<Authorization>> failed = renew(one, fetch);
            if (failed.isPresent()) {
                return failed;
            }
        }
        return current.filter(token -> served.contains(member)).map(token -> new Answer.Found<>(token.authorization()));
    }

    private Optional<Answer<Authorization>> renew(Endpoint one, Function<List<Endpoint>, Answer<Token>> fetch) {
        current = Optional.empty();
        if (!worthwhile.get() || served.size() < 2) {
            served.clear();
            return Optional.empty();
        }
        return switch (fetch.apply(firstThenOthers(one))) {
            case Answer.Found<Token>(Token token) -> {
                granted(one.until(Instant.MAX), token);
                yield Optional.empty();
            }
            case Answer.Failed<Token>(ResolutionFailure reason) -> refused(reason);
        };
    }

    private List<Endpoint> firstThenOthers(Endpoint one) {
        return Stream.concat(
                        Stream.of(one),
                        served.stream()
                                .filter(other -> !other.scope().equals(one.scope()))
                                .sorted((some, other) -> some.scope().compareTo(other.scope())))
                .toList();
    }

    private void granted(Endpoint one, Token token) {
        if (token.repositories().isEmpty()) {
            worthwhile.set(false);
        }
        served.removeIf(member -> !token.repositories()
                .map(names -> names.contains(member.asked().path()))
                .orElse(member.equals(one)));
        current = Optional.of(token);
    }

    /** A service that cannot be reached would not be for a single one; several may be what its server fails of. */
    private Optional<Answer<Authorization>> refused(ResolutionFailure reason) {
        boolean overloaded = reason instanceof Unreachable(String any, Obstacle obstacle, String detail)
                && obstacle == Obstacle.SERVER_ERROR;
        if (overloaded || reason instanceof Denied || reason instanceof BadAnswer) {
            worthwhile.set(false);
            served.clear();
            return Optional.empty();
        }
        return Optional.of(new Answer.Failed<>(reason));
    }
}
