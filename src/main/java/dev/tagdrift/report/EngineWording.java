package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;

import dev.tagdrift.resolve.ResolutionFailure.NoEngine;
import java.util.List;

/** The words for an engine that does not answer. */
final class EngineWording {
    private EngineWording() {}

    static String sentence(NoEngine none) {
        String engine = code(none.registry());
        return switch (none.hindrance()) {
            case NOWHERE -> "there is no Docker engine on this machine, as far as its usual places tell";
            case NOT_RUNNING -> "no Docker engine answers at " + engine;
            case NOT_PERMITTED -> "this user may not talk to the Docker engine at " + engine;
            case UNSUPPORTED ->
                "a Docker engine at " + engine + " cannot be reached: only unix:// and tcp:// are known";
            case BAD_CONTEXT -> none.registry() + " cannot be read";
            case TLS -> "the Docker engine at " + engine + " cannot be reached: no trusted connection";
            case TIMED_OUT -> "the Docker engine at " + engine + " gave no answer in time";
            case BROKEN -> "the connection to the Docker engine at " + engine + " breaks off";
            case BAD_ANSWER -> "the Docker engine at " + engine + " gave an answer that makes no sense";
        };
    }

    static List<String> hints(NoEngine none) {
        return switch (none.hindrance()) {
            case NOWHERE, NOT_RUNNING -> List.of("start it, or name another one in DOCKER_HOST");
            case NOT_PERMITTED -> List.of("run the command as a user for whom `docker ps` works");
            case UNSUPPORTED -> List.of("name its socket in DOCKER_HOST, such as `unix:///var/run/docker.sock`");
            case BAD_CONTEXT -> List.of("see `docker context ls`, or name the engine in DOCKER_HOST");
            case TLS ->
                List.of("look at ca.pem, cert.pem and key.pem in DOCKER_CERT_PATH; the key has to be in PKCS #8,"
                        + " as `openssl pkcs8 -topk8 -nodes` makes it");
            case TIMED_OUT, BROKEN, BAD_ANSWER -> List.of("see whether `docker version` works, then run it again");
        };
    }
}
