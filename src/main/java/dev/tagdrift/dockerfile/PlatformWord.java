package dev.tagdrift.dockerfile;

import dev.tagdrift.image.Platform;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the value of {@code --platform}, which may leave out the operating system or the processor. */
final class PlatformWord {
    private static final Pattern FORM =
            Pattern.compile("([A-Za-z0-9_-]+)(\\([A-Za-z0-9_.-]*\\))?((?:/[A-Za-z0-9_.-]+){0,2})");
    private static final Set<String> SYSTEMS = Set.of(
            "aix",
            "android",
            "darwin",
            "dragonfly",
            "freebsd",
            "hurd",
            "illumos",
            "ios",
            "js",
            "linux",
            "macos",
            "nacl",
            "netbsd",
            "openbsd",
            "plan9",
            "solaris",
            "windows",
            "zos");
    private static final Set<String> PROCESSORS = Set.of(
            "386",
            "aarch64",
            "amd64",
            "amd64p32",
            "arm",
            "arm64",
            "arm64be",
            "armbe",
            "armel",
            "armhf",
            "i386",
            "loong64",
            "mips",
            "mips64",
            "mips64le",
            "mips64p32",
            "mips64p32le",
            "mipsle",
            "ppc",
            "ppc64",
            "ppc64le",
            "riscv",
            "riscv64",
            "s390",
            "s390x",
            "sparc",
            "sparc64",
            "wasm",
            "x86-64",
            "x86_64");

    private PlatformWord() {}

    static Optional<Platform> read(String text) {
        Matcher form = FORM.matcher(text);
        if (!form.matches()) {
            return Optional.empty();
        }
        String version = form.group(2) == null || form.group(2).length() == 2 ? "" : form.group(2);
        if (!form.group(3).isEmpty()) {
            return Platform.parse(form.group(1) + version + form.group(3));
        }
        String word = form.group(1).toLowerCase(Locale.ROOT);
        if (SYSTEMS.contains(word)) {
            return Platform.parse(word + version + "/amd64");
        }
        return form.group(2) == null && PROCESSORS.contains(word) ? Platform.parse("linux/" + word) : Optional.empty();
    }
}
