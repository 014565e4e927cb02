package dev.tagdrift.testing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Digest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** An independent client of registries: the second opinion. */
public final class Skopeo {
    private Skopeo() {}

    /** The digest of what a reference names, asked for over plain HTTP; told, and hashed from the bytes. */
    public static Digest digest(String reference) throws IOException, InterruptedException {
        Digest hashed = Digest.of(inspect("--raw", reference));
        byte[] told = inspect("--format={{.Digest}}", reference);
        assertThat(new String(told, StandardCharsets.UTF_8).strip()).isEqualTo(hashed.toString());
        return hashed;
    }

    private static byte[] inspect(String what, String reference) throws IOException, InterruptedException {
        return Programs.run("skopeo", "inspect", "--no-tags", "--tls-verify=false", what, "docker://" + reference);
    }
}
