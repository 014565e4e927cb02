package dev.tagdrift.registry;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.RateLimited;
import dev.tagdrift.resolve.ResolutionFailure.TimedOut;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Stops asking a server that does not answer, while others are asked on: one that limits the rate at once, one that never
 * answered and cannot be reached likewise, any other after some failures in a row, where the errors that it answers
 * for one repository are one failure. What it would have been asked fails for the reason that is known.
 */
final class Troubles implements Sender {
    private static final int IN_A_ROW = 3;

    /** Marks a request that is asked in another way if it fails: its failure tells nothing about the server. */
    record Tentative() {}

    private final Sender next;
    private final Clock clock;
    private final Map<Origin, Server> servers = new ConcurrentHashMap<>();
    private final Map<Origin, Server> blobServers = new ConcurrentHashMap<>();

    Troubles(Sender next, Clock clock) {
        this.next = next;
        this.clock = clock;
    }

    @Override
    public Answer<Reply> send(Question question) {
        Server itself = servers.computeIfAbsent(Origin.of(question.url()), origin -> new Server());
        // Blobs often come from another server, by a redirect: its failures are not those of the registry.
        Server server = isBlob(question)
                ? blobServers.computeIfAbsent(Origin.of(question.url()), origin -> new Server())
                : itself;
        Optional<ResolutionFailure> known = itself.known(question).or(() -> server.known(question));
        if (known.isPresent()) {
            return new Answer.Failed<>(known.get());
        }
        Answer<Reply> answer = next.send(question);
        switch (answer) {
            case Answer.Found<Reply>(Reply reply) -> replied(server, question, reply);
            case Answer.Failed<Reply>(ResolutionFailure reason) -> server.failed(question, reason);
        }
        return answer;
    }

    private static boolean isBlob(Question question) {
        List<String> path = question.url().pathSegments();
        return path.size() > 1 && path.get(path.size() - 2).equals("blobs");
    }

    private void replied(Server server, Question question, Reply reply) {
        if (reply.status() == 429) {
            server.limited(question, StatusFailures.rateLimited(question.registry(), reply, clock));
        } else if (Retries.isTransient(reply.status())) {
            server.failed(question, StatusFailures.serverError(question.registry(), reply));
        } else {
            server.answered();
        }
    }

    /** What is known of one server. */
    private static final class Server {
        private final Set<Object> failures = ConcurrentHashMap.newKeySet();
        private final AtomicBoolean alive = new AtomicBoolean();
        private final AtomicReference<Optional<ResolutionFailure>> all = new AtomicReference<>(Optional.empty());
        private final AtomicReference<Optional<ResolutionFailure>> bodies = new AtomicReference<>(Optional.empty());

        /** Docker Hub limits GET alone: a refused GET leaves HEAD a chance, but not the other way round. */
        Optional<ResolutionFailure> known(Question question) {
            return all.get().or(() -> isHead(question) ? Optional.empty() : bodies.get());
        }

        void limited(Question question, RateLimited failure) {
            (isHead(question) ? all : bodies).compareAndSet(Optional.empty(), Optional.of(failure));
        }

        void answered() {
            alive.set(true);
            failures.clear();
        }

        void failed(Question question, ResolutionFailure reason) {
            boolean ofServer = (reason instanceof Unreachable || reason instanceof TimedOut)
                    && question.request().tag(Tentative.class) == null;
            if (!ofServer) {
                return;
            }
            failures.add(isAnswered(reason) ? repository(question) : question.request());
            if (failures.size() >= IN_A_ROW || (!alive.get() && isHopeless(reason))) {
                all.compareAndSet(Optional.empty(), Optional.of(reason));
            }
        }

        private static boolean isAnswered(ResolutionFailure reason) {
            return reason instanceof Unreachable unreachable && unreachable.obstacle() == Obstacle.SERVER_ERROR;
        }

        private static String repository(Question question) {
            return question.url().encodedPath().replaceFirst("/(manifests|blobs|referrers)/[^/]*$", "");
        }

        private static boolean isHead(Question question) {
            return question.request().method().equals("HEAD");
        }

        private static boolean isHopeless(ResolutionFailure reason) {
            return reason instanceof Unreachable unreachable
                    && switch (unreachable.obstacle()) {
                        case REFUSED, UNKNOWN_HOST, TLS, PLAIN_HTTP, PROXY -> true;
                        case BROKEN, SERVER_ERROR -> false;
                    };
        }
    }
}
