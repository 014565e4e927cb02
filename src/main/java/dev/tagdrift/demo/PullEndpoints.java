package dev.tagdrift.demo;

import dev.tagdrift.image.MediaType;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Answers what the distribution specification calls "Pull", from what is on the shelves. */
final class PullEndpoints implements Responder {
    private static final Pattern PATH = Pattern.compile("/v2/(?<name>.+)/(?<kind>manifests|blobs)/(?<reference>[^/]+)");

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
        return path.matches()
                ? content(path.group("name"), path.group("kind").equals("manifests"), path.group("reference"))
                : Response.error(404, "UNSUPPORTED", "no such endpoint");
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
