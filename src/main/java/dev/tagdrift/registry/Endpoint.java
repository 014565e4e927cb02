package dev.tagdrift.registry;

import dev.tagdrift.image.Digest;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import java.time.Instant;
import okhttp3.HttpUrl;
import okhttp3.Request;

/**
 * Where one repository is asked for.
 *
 * @param registry as references name it
 * @param root of the server that is asked
 * @param asked the repository as that server knows it; another than the reference's if it is a mirror
 * @param until when an answer is waited for
 */
record Endpoint(String registry, HttpUrl root, Repository asked, Instant until) {
    Endpoint(String registry, HttpUrl root, Repository asked) {
        this(registry, root, asked, Instant.MAX);
    }

    Endpoint until(Instant end) {
        return new Endpoint(registry, root, asked, end);
    }

    Question question(Request request, long limit) {
        return new Question(registry, request, limit, until);
    }

    /** The failure with the server that it is owed to, if that is not the registry itself. */
    ResolutionFailure named(ResolutionFailure failure) {
        return isMirror() ? new AtMirror(asked.registry(), failure) : failure;
    }

    HttpUrl manifest(String tagOrDigest) {
        return at("manifests", tagOrDigest);
    }

    HttpUrl blob(Digest digest) {
        return at("blobs", digest.toString());
    }

    HttpUrl referrers(Digest subject) {
        return at("referrers", subject.toString());
    }

    /** See https://distribution.github.io/distribution/spec/auth/scope/. */
    String scope() {
        return "repository:" + asked.path() + ":pull";
    }

    /** Whether another is asked in place of the registry: what that one lacks, the registry may have. */
    boolean isMirror() {
        return !asked.registry().equals(registry);
    }

    Origin origin() {
        return Origin.of(root);
    }

    private HttpUrl at(String kind, String what) {
        return root.newBuilder()
                .encodedPath("/v2/" + asked.path() + "/" + kind + "/" + what)
                .build();
    }
}
