package dev.tagdrift.testing;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Debian's buildah with a store of its own: a builder that needs no daemon. */
public final class Buildah {
    private final Path folder;

    /**
     * A builder whose store is empty.
     *
     * @param folder for the store
     */
    public Buildah(Path folder) throws IOException {
        this.folder = folder;
        Files.writeString(folder.resolve("policy.json"), "{\"default\": [{\"type\": \"insecureAcceptAnything\"}]}");
    }

    /** Skips the test, and says why, where it cannot run. */
    public static void assumeUsable() {
        Programs.assumeInstalled("buildah");
        Assumptions.assumeTrue(
                System.getProperty("user.name", "").equals("root"),
                "buildah builds without user namespaces as root only");
    }

    /** Builds the Dockerfile of a folder, with these arguments more. */
    public void build(String image, Path context, List<String> arguments) throws IOException, InterruptedException {
        List<String> command = command("build");
        command.addAll(List.of("--isolation", "chroot", "--tls-verify=false", "--pull-always", "-t", image));
        command.addAll(
                List.of("--signature-policy", folder.resolve("policy.json").toString()));
        command.addAll(arguments);
        command.add(context.toString());
        Programs.run(command.toArray(String[]::new));
    }

    /** The environment that a built image has. */
    public String environment(String image) throws IOException, InterruptedException {
        List<String> command = command("inspect");
        command.addAll(List.of("--type", "image", "--format", "{{.OCIv1.Config.Env}}", image));
        return new String(Programs.run(command.toArray(String[]::new)), StandardCharsets.UTF_8).strip();
    }

    private List<String> command(String name) {
        return new ArrayList<>(Stream.of(
                        "buildah",
                        "--storage-driver",
                        "vfs",
                        "--root",
                        folder.resolve("root").toString(),
                        "--runroot",
                        folder.resolve("run").toString(),
                        name)
                .toList());
    }
}
