package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer.Flaw;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Follows redirects as far as they can be trusted (RFC 9110 section 15.4). */
final class Redirects implements Sender {
    private static final int MOST = 5;

    private final Sender next;
    private final Hosts hosts;

    Redirects(Sender next, Hosts hosts) {
        this.next = next;
        this.hosts = hosts;
    }

    @Override
    public Answer<Reply> send(Question question) {
        return follow(question, MOST);
    }

    private Answer<Reply> follow(Question question, int left) {
        return next.send(question).then(reply -> {
            if (!isRedirect(reply)) {
                return new Answer.Found<>(reply);
            }
            Optional<HttpUrl> target = reply.header("Location")
                    .flatMap(location -> Optional.ofNullable(reply.url().resolve(location)));
            Optional<String> objection = target.map(url -> objection(question, url, left))
                    .orElse(Optional.of("redirect to an address that cannot be read"));
            return objection
                    .<Answer<Reply>>map(words -> refused(question, words))
                    .orElseGet(() ->
                            follow(question.at(target.orElseThrow(), !Hosts.isLoopback(question.url())), left - 1));
        });
    }

    private static boolean isRedirect(Reply reply) {
        return switch (reply.status()) {
            case 301, 302, 303, 307, 308 -> true;
            default -> false;
        };
    }

    /** What speaks against going there. The address may carry a signature, so only its origin is told. */
    private Optional<String> objection(Question question, HttpUrl target, int left) {
        Origin there = Origin.of(target);
        if (left == 0) {
            return Optional.of("more than %d redirects, the last to %s".formatted(MOST, there));
        }
        if (question.request().body() != null) {
            return Optional.of("a token request is redirected to " + there);
        }
        if (question.url().isHttps() && !target.isHttps()) {
            return Optional.of("redirect from https to " + there);
        }
        return !Hosts.isLoopback(question.url()) && hosts.isNear(target)
                ? Optional.of("redirect to this machine or its link: " + there)
                : Optional.empty();
    }

    private static Answer<Reply> refused(Question question, String words) {
        return new Answer.Failed<>(new BadAnswer(question.registry(), Flaw.REDIRECT, Words.plain(words)));
    }
}
