package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.Quota;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Notes what registries say is left of what they give.
 *
 * @see <a href="https://docs.docker.com/docker-hub/usage/pulls/#view-pull-rate-and-limit">Docker Hub pull usage</a>
 */
final class Quotas implements Sender {
    private static final Pattern FORM = Pattern.compile("(?<number>\\d{1,9})(?:\\s*;.*?\\bw=(?<window>\\d{1,9}).*)?");

    private final Sender next;
    private final Map<String, Quota> quotas = new ConcurrentHashMap<>();

    Quotas(Sender next) {
        this.next = next;
    }

    /** By registry, the least that was told. */
    Map<String, Quota> told() {
        return new TreeMap<>(quotas);
    }

    @Override
    public Answer<Reply> send(Question question) {
        Answer<Reply> answer = next.send(question);
        answer.found()
                .flatMap(Quotas::quota)
                .ifPresent(quota -> quotas.merge(
                        question.registry(),
                        quota,
                        (one, other) -> one.remaining() <= other.remaining() ? one : other));
        return answer;
    }

    private static Optional<Quota> quota(Reply reply) {
        Optional<Matcher> limit = match(reply, "ratelimit-limit");
        return match(reply, "ratelimit-remaining")
                .flatMap(remaining -> number(remaining, "number")
                        .map(left -> new Quota(
                                limit.flatMap(match -> number(match, "number")),
                                left,
                                number(remaining, "window")
                                        .or(() -> limit.flatMap(match -> number(match, "window"))))));
    }

    private static Optional<Matcher> match(Reply reply, String header) {
        return reply.header(header).map(String::strip).map(FORM::matcher).filter(Matcher::matches);
    }

    private static Optional<Integer> number(Matcher match, String group) {
        return Optional.ofNullable(match.group(group)).map(Integer::valueOf);
    }
}
