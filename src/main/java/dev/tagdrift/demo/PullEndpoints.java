package dev.tagdrift.demo;

import dev.tagdrift.image.MediaType;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what the distribution specification calls "Pull", from what is on the shelves. */
final class PullEndpoints implements Responder {
    private static final Pattern PATH =
            Pattern.compile("/v2/(?<name>.+)/(?<kind>manifests|blobs|referrers)/(?<reference>[^/]+)");

    private static final String FILTER = "artifactType";

    private final Shelves shelves;

    PullEndpoints(Shelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public Response answer(Request request) {
        if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
            return Response.error(405, "UNSUPPORTED", "this registry can only be read");
        }
        Matcher path = PATH.matcher(request.path());
        if (!path.matches()) {
            return Response.error(404, "UNSUPPORTED", "no such endpoint");
        }
        String repository = path.group("name");
        String reference = path.group("reference");
        return path.group("kind").equals("referrers")
                ? referrers(repository, reference, artifactType(request.query()))
                : content(repository, path.group("kind").equals("manifests"), reference);
    }

    private static Optional<String> artifactType(String query) {
        return Arrays.stream(query.split("&", -1))
                .filter(parameter -> parameter.startsWith(FILTER + "="))
                .map(parameter -> URLDecoder.decode(parameter.substring(FILTER.length() + 1), StandardCharsets.UTF_8))
                .findFirst();
    }

    /** Of a manifest that nobody refers to, or that is not there, the list is empty. */
    private Response referrers(String repository, String subject, Optional<String> type) {
        Response list = Response.of(200, ReferrersCodec.list(shelves.contents(repository), subject, type));
        return type.isEmpty() ? list : list.with("OCI-Filters-Applied", FILTER);
    }

    private Response content(String repository, boolean manifest, String reference) {
        return shelves.find(repository, reference)
                .filter(content -> isManifest(content) == manifest)
                .map(content -> Response.of(200, content)
                        .with("Docker-Content-Digest", content.digest().toString()))
                .orElseGet(() -> unknown(repository, manifest));
    }

    private Response unknown(String repository, boolean manifest) {
        if (!shelves.knows(repository)) {
            return Response.error(404, "NAME_UNKNOWN", "repository name not known to registry");
        }
        return manifest
                ? Response.error(404, "MANIFEST_UNKNOWN", "manifest unknown")
                : Response.error(404, "BLOB_UNKNOWN", "blob unknown to registry");
    }

    private static boolean isManifest(Content content) {
        MediaType type = content.descriptor().mediaType();
        return type.isIndex() || type.isManifest();
    }
}
