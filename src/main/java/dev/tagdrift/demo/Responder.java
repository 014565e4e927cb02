package dev.tagdrift.demo;

/** Answers requests: the registry itself, or something that stands before it. */
@FunctionalInterface
public interface Responder {
    /** The answer to a request. One that throws breaks the connection. */
    Response answer(Request request);
}
