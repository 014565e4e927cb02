package dev.tagdrift.testing;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;

/** Something that stands before a registry and answers otherwise than it would. */
@FunctionalInterface
public interface Fault {
    /** Answers itself, or lets {@code next} answer. */
    Response answer(Request request, Responder next);
}
