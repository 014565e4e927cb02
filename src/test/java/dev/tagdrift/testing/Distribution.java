package dev.tagdrift.testing;

import dev.tagdrift.demo.Content;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.MediaType;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** Distribution, the registry that most others are measured by, running on this machine. */
public interface Distribution extends AutoCloseable {
    /** Port of loopback that it answers at. */
    int port();

    /** What it wrote so far, its access log among it. */
    String log() throws IOException;

    /** Ends it; whatever it held is lost. */
    @Override
    void close();

    /** Address and port, as they stand in a reference. */
    default String host() {
        return "127.0.0.1:" + port();
    }

    /** Pushes an image, over plain HTTP and as {@code ci}. */
    default void push(String repository, String tag, SyntheticImage image) throws IOException, InterruptedException {
        Upload upload = new Upload("http://" + host() + "/v2/" + repository + "/");
        for (Content part : image.parts()) {
            MediaType type = part.descriptor().mediaType();
            if (type.isManifest() || type.isIndex()) {
                upload.manifest(part.digest().toString(), part);
            } else {
                upload.blob(part);
            }
        }
        upload.manifest(tag, image.top());
    }

    /**
     * What it is asked while a job runs, according to its access log, in order, such as
     * {@code HEAD /v2/team/app/manifests/1}.
     */
    default List<String> requestsDuring(Job job) throws Exception {
        int before = AccessLog.settled(this).size();
        job.run();
        List<String> after = AccessLog.settled(this);
        return after.subList(before, after.size());
    }

    /** Something that asks a registry. */
    @FunctionalInterface
    interface Job {
        /** Does it. */
        void run() throws Exception;
    }

    /**
     * How it is set up: by environment variables, which it takes wherever it runs.
     *
     * @param environment in whose values {@code {folder}} stands for where the files are
     * @param files that it needs, by name
     * @see <a href="https://distribution.github.io/distribution/about/configuration/">Configuring a registry</a>
     */
    record Setup(Map<String, String> environment, Map<String, String> files) {
        /** {@code htpasswd -Bbn ci s3cret}. */
        private static final String HTPASSWD = "ci:$2y$05$GVgLMRzGOit8ANRHHz8KjeMqGowf21DHsmuxF8wAjxrBMkSlHgtnm\n";

        /** Anybody may read and write. */
        public static final Setup OPEN = new Setup(Map.of(), Map.of());

        /** Only {@code ci} with the password {@code s3cret} may read and write. */
        public static final Setup LOGIN = new Setup(
                Map.of(
                        "REGISTRY_AUTH",
                        "htpasswd",
                        "REGISTRY_AUTH_HTPASSWD_REALM",
                        "test",
                        "REGISTRY_AUTH_HTPASSWD_PATH",
                        "{folder}/htpasswd"),
                Map.of("htpasswd", HTPASSWD));
    }
}
