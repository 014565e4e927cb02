package dev.tagdrift.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.Request;
import dev.tagdrift.demo.Responder;
import dev.tagdrift.demo.Response;
import dev.tagdrift.image.MediaType;
import java.nio.charset.StandardCharsets;

/** A registry with pages for one referrer each, which tells the next one in a relative link. */
final class PagedReferrers implements Fault {
    private static final String LAST = "last=";
    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Response answer(Request request, Responder next) {
        Response whole = next.answer(request);
        return request.path().contains("/referrers/") ? page(request, whole) : whole;
    }

    private static Response page(Request request, Response whole) {
        int place = request.query().startsWith(LAST)
                ? Integer.parseInt(request.query().substring(LAST.length()))
                : 0;
        ObjectNode index = tree(whole);
        ArrayNode all = (ArrayNode) index.path("manifests");
        index.putArray("manifests").add(all.get(place));
        byte[] bytes = index.toString().getBytes(StandardCharsets.UTF_8);
        Response page = Response.of(200, Content.of(MediaType.OCI_INDEX, bytes));
        return place + 1 == all.size()
                ? page
                : page.with("Link", "<%s?%s%d>; rel=\"next\"".formatted(request.path(), LAST, place + 1));
    }

    private static ObjectNode tree(Response whole) {
        try {
            return (ObjectNode) JSON.readTree(new String(whole.body().bytes(), StandardCharsets.UTF_8));
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
