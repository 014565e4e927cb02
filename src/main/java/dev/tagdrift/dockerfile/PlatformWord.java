package dev.tagdrift.dockerfile;

import dev.tagdrift.image.Platform;
import java.util.Optional;
import java.util.Set;

/** Reads the value of {@code --platform}, which may leave out the operating system or the processor. */
final class PlatformWord {
    private static final Set<String> SYSTEMS = Set.of(
            "aix",
            "android",
            "darwin",
            "dragonfly",
            "freebsd",
            "illumos",
            "ios",
            "js",
            "linux",
            "macos",
            "netbsd",
            "openbsd",
            "plan9",
            "solaris",
            "wasip1",
            "windows");
    private static final Set<String> PROCESSORS = Set.of(
            "386",
            "aarch64",
            "amd64",
            "arm",
            "arm64",
            "armel",
            "armhf",
            "i386",
            "loong64",
            "mips",
            "mips64",
            "mips64le",
            "mipsle",
            "ppc64",
            "ppc64le",
            "riscv64",
            "s390x",
            "wasm",
            "x86-64",
            "x86_64");

    private PlatformWord() {}

    static Optional<Platform> read(String text) {
        if (text.indexOf('/') >= 0) {
            return Platform.parse(text);
        }
        if (PROCESSORS.contains(text)) {
            return Platform.parse("linux/" + text);
        }
        return SYSTEMS.contains(text) ? Platform.parse(text + "/amd64") : Optional.empty();
    }
}
