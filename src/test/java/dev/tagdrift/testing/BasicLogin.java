package dev.tagdrift.testing;

import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Lets only one user through, by Basic authentication (RFC 7617). */
final class BasicLogin implements Fault {
    private final String authorization;

    BasicLogin(String user, String password) {
        authorization = authorization(user, password);
    }

    static String authorization(String user, String password) {
        byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public Response answer(Request request, Responder next) {
        return request.header("Authorization").filter(authorization::equals).isPresent()
                ? next.answer(request)
                : Response.error(401, "UNAUTHORIZED", "authentication required")
                        .with("WWW-Authenticate", "Basic realm=\"fake\"");
    }
}
