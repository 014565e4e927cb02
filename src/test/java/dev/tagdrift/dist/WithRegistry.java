package dev.tagdrift.dist;

import com.github.luben.zstd.Zstd;
import dev.tagdrift.demo.DemoImages;
import dev.tagdrift.demo.EmbeddedRegistry;
import dev.tagdrift.demo.Format;
import dev.tagdrift.demo.ImageRecipe;
import dev.tagdrift.demo.Packing;
import dev.tagdrift.demo.RootTar;
import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Platform;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Runs a command while a registry is there: {@code REGISTRY} in its environment names it, {@code SSL_CERT_FILE} a file
 * with whom to trust. In it are {@code python:11} and {@code python:12} on two releases of Debian, {@code packed:11} and
 * {@code packed:12} likewise but packed with zstd, and {@code app:1}, built on {@code packed:12}. {@code JAVA_HOME} names the Java that
 * runs this.
 */
final class WithRegistry {
    private static final Packing ZSTD = new Packing("zstd", Zstd::compress);

    private WithRegistry() {}

    /** Ends with the command's exit code. */
    public static void main(String[] command) throws Exception {
        Path trusted = Files.createTempFile("authority", ".pem");
        int exitCode;
        try (SecureRegistry registry = new SecureRegistry()) {
            Files.writeString(trusted, registry.authority());
            fill(registry.content());
            ProcessBuilder builder = new ProcessBuilder(command).inheritIO();
            builder.environment()
                    .putAll(Map.of(
                            "REGISTRY", registry.host(),
                            "SSL_CERT_FILE", trusted.toString(),
                            "JAVA_HOME", System.getProperty("java.home")));
            exitCode = builder.start().waitFor();
        } finally {
            Files.delete(trusted);
        }
        System.exit(exitCode);
    }

    private static void fill(EmbeddedRegistry registry) {
        registry.put("python", "11", DemoImages.bullseye());
        registry.put("python", "12", DemoImages.bookworm());
        registry.put("packed", "11", image(packed("11", "bullseye")));
        registry.put("packed", "12", image(packed("12", "bookworm")));
        registry.put("app", "1", image(packed("12", "bookworm").withLayer(file("app", "1"), ZSTD, "COPY app /app")));
    }

    private static SyntheticImage image(ImageRecipe recipe) {
        return SyntheticImage.index(Format.OCI, List.of(recipe));
    }

    private static ImageRecipe packed(String version, String codename) {
        String release = "ID=debian\nVERSION_ID=\"%s\"\nVERSION_CODENAME=%s\n".formatted(version, codename);
        return ImageRecipe.of(Platform.LINUX_AMD64).withLayer(file("usr/lib/os-release", release), ZSTD, "ADD root");
    }

    private static byte[] file(String path, String text) {
        return new RootTar().file(path, text).bytes();
    }
}
