package dev.tagdrift.image;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What an image runs on, in the normal form of containerd: {@code aarch64} is {@code arm64}, the default variants
 * {@code arm64/v8} and {@code amd64/v1} are left out, {@code arm} alone is {@code arm/v7}.
 *
 * @param os operating system, such as {@code linux}
 * @param architecture processor, such as {@code amd64}
 * @param variant of the processor, such as {@code v7}; empty for the usual one
 * @param osVersion tells Windows images of one architecture apart; empty for the others
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/image-index.md">OCI image index, platform</a>
 */
public record Platform(String os, String architecture, String variant, String osVersion)
        implements Comparable<Platform> {
    /** The platform that files are evaluated for when none is configured. */
    public static final Platform LINUX_AMD64 = new Platform("linux", "amd64", "", "");

    /** Recorded beside {@link #LINUX_AMD64} when no platform is configured. */
    public static final Platform LINUX_ARM64 = new Platform("linux", "arm64", "", "");

    private static final Pattern FORM = Pattern.compile(
            "(?<os>[\\w.-]+)(?:\\((?<version>[\\w.-]+)\\))?/(?<cpu>[\\w.-]+)(?:/(?<variant>[\\w.-]+))?");

    private static final Pattern VARIANT = Pattern.compile("v([1-9])");

    /** Normalises the parts. */
    public Platform {
        os = normalSystem(os.toLowerCase(Locale.ROOT));
        String cpu = architecture.toLowerCase(Locale.ROOT);
        variant = normalVariant(cpu, variant.toLowerCase(Locale.ROOT));
        architecture = normalArchitecture(cpu);
    }

    /** Reads {@code os[(version)]/architecture[/variant]}; empty if the text has another form. */
    public static Optional<Platform> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new Platform(
                        form.group("os"),
                        form.group("cpu"),
                        orNone(form.group("variant")),
                        orNone(form.group("version"))))
                : Optional.empty();
    }

    private static String orNone(@Nullable String group) {
        return group == null ? "" : group;
    }

    /** Whether a build for this platform runs an image of the other one: a version of the OS is no matter. */
    public boolean accepts(Platform other) {
        return acceptable().stream().anyMatch(platform -> platform.isSame(other));
    }

    /**
     * What a build for this platform takes of several images: those of the best platform that there is.
     *
     * @param images to choose from
     * @param platform of an image
     * @return several only where versions of the OS differ
     */
    public <T> List<T> choose(Collection<T> images, Function<T, Platform> platform) {
        return acceptable().stream()
                .map(wanted -> images.stream()
                        .filter(image -> wanted.isSame(platform.apply(image)))
                        .toList())
                .filter(found -> !found.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    /** The platforms that this one can run, the best first: as containerd orders them, within the architecture. */
    private List<Platform> acceptable() {
        return switch (architecture) {
            case "arm" -> downTo(5);
            case "amd64" -> downTo(1);
            case "arm64" -> downTo(8);
            default -> List.of(this);
        };
    }

    private List<Platform> downTo(int oldest) {
        String usual = architecture.equals("amd64") ? "v1" : "v8";
        Matcher version = VARIANT.matcher(variant.isEmpty() ? usual : variant);
        if (!version.matches()) {
            return List.of(this);
        }
        int newest = Integer.parseInt(version.group(1));
        return IntStream.iterate(newest, number -> number >= Math.min(oldest, newest), number -> number - 1)
                .mapToObj(number -> new Platform(os, architecture, "v" + number, osVersion))
                .toList();
    }

    private boolean isSame(Platform other) {
        return os.equals(other.os)
                && architecture.equals(other.architecture)
                && variant.equals(other.variant)
                && (osVersion.isEmpty() || osVersion.equals(other.osVersion));
    }

    /** Whether this stands for an attestation and no image. */
    public boolean isUnknown() {
        return os.equals("unknown") && architecture.equals("unknown");
    }

    private static String normalSystem(String os) {
        return os.equals("macos") ? "darwin" : os;
    }

    private static String normalArchitecture(String cpu) {
        return switch (cpu) {
            case "aarch64" -> "arm64";
            case "x86_64", "x86-64" -> "amd64";
            case "i386", "i486", "i586", "i686" -> "386";
            case "armhf", "armel" -> "arm";
            default -> cpu;
        };
    }

    private static String normalVariant(String cpu, String variant) {
        return switch (cpu) {
            case "arm64", "aarch64" -> normalArm64(variant);
            case "amd64", "x86_64", "x86-64" -> variant.equals("v1") ? "" : variant;
            case "armhf" -> "v7";
            case "armel" -> "v6";
            case "arm" -> variant.isEmpty() ? "v7" : variant.startsWith("v") ? variant : "v" + variant;
            default -> variant;
        };
    }

    private static String normalArm64(String variant) {
        return switch (variant) {
            case "8", "v8", "v8.0" -> "";
            case "9", "9.0", "v9.0" -> "v9";
            default -> variant;
        };
    }

    @Override
    public int compareTo(Platform other) {
        return toString().compareTo(other.toString());
    }

    /** {@code os[(version)]/architecture[/variant]}, as containerd writes it. */
    @Override
    public String toString() {
        return os
                + (osVersion.isEmpty() ? "" : "(" + osVersion + ")")
                + "/"
                + architecture
                + (variant.isEmpty() ? "" : "/" + variant);
    }
}
