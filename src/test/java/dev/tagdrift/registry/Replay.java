package dev.tagdrift.registry;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import dev.tagdrift.testing.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Answers as somebody wrote down that a service does: the first line that fits is the answer, and the registry behind
 * answers what no line is about.
 */
final class Replay implements Fault {
    private record Line(Predicate<Request> when, Response answer) {}

    private final List<Line> lines = new ArrayList<>();

    /** To what fits and carries no credentials. */
    Replay anonymous(Response answer) {
        return when(request -> isApi(request) && request.header("Authorization").isEmpty(), answer);
    }

    /** To the token service: {@code path}, if the login is the one or none is wanted. */
    Replay token(String path, String authorization, Response answer) {
        return when(
                request -> request.path().equals(path)
                        && request.header("Authorization").orElse("").equals(authorization),
                answer);
    }

    Replay when(Predicate<Request> when, Response answer) {
        lines.add(new Line(when, answer));
        return this;
    }

    static boolean isApi(Request request) {
        return request.path().contains("/manifests/") || request.path().contains("/blobs/");
    }

    @Override
    public Response answer(Request request, Responder next) {
        return lines.stream()
                .filter(line -> line.when().test(request))
                .findFirst()
                .map(Line::answer)
                .orElseGet(() -> next.answer(request));
    }
}
