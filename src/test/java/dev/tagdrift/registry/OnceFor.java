package dev.tagdrift.registry;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import dev.tagdrift.testing.Fault;
import java.util.concurrent.atomic.AtomicBoolean;

/** Fails the first request for one path. */
final class OnceFor implements Fault {
    private final String path;
    private final AtomicBoolean done = new AtomicBoolean();

    OnceFor(String path) {
        this.path = path;
    }

    @Override
    public Response answer(Request request, Responder next) {
        return request.path().equals(path) && done.compareAndSet(false, true)
                ? Response.error(503, "UNAVAILABLE", "injected")
                : next.answer(request);
    }
}
