package dev.tagdrift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.Content;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Puts content into one repository of a real registry. */
final class Upload {
    private static final String AUTHORIZATION =
            "Basic " + Base64.getEncoder().encodeToString("ci:s3cret".getBytes(StandardCharsets.UTF_8));
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final String repository;

    /**
     * Puts into this one.
     *
     * @param repository its address, with a slash at the end
     */
    Upload(String repository) {
        this.repository = repository;
    }

    void manifest(String reference, Content manifest) throws IOException, InterruptedException {
        URI url = URI.create(repository + "manifests/" + reference);
        put(url, manifest, manifest.descriptor().mediaType().value());
    }

    /** See the distribution specification, "POST then PUT". */
    void blob(Content blob) throws IOException, InterruptedException {
        HttpRequest begin = request(URI.create(repository + "blobs/uploads/"))
                .POST(HttpRequest.BodyPublishers.noBody())
                .build();
        HttpResponse<String> begun = HTTP.send(begin, HttpResponse.BodyHandlers.ofString());
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(202);
        String location = begun.headers().firstValue("Location").orElseThrow();
        put(URI.create(location + "&digest=" + blob.digest()), blob, "application/octet-stream");
    }

    private static void put(URI url, Content content, String type) throws IOException, InterruptedException {
        HttpRequest request = request(url)
                .header("Content-Type", type)
                .PUT(HttpRequest.BodyPublishers.ofByteArray(content.bytes()))
                .build();
        HttpResponse<String> answer = HTTP.send(request, HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
    }

    private static HttpRequest.Builder request(URI url) {
        return HttpRequest.newBuilder(url).header("Authorization", AUTHORIZATION);
    }
}
