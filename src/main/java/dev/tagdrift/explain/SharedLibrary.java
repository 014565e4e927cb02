package dev.tagdrift.explain;

import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A shared library in one version of its interface: programs that were linked with it need exactly this one.
 *
 * @param family what it is called in every version, such as {@code libssl}
 * @param version of the interface, such as {@code 1.1}
 * @param name by which it is told: that of the file, or of the package that is named after it
 * @param source the source package that it comes from
 */
public record SharedLibrary(String family, String version, String name, String source)
        implements Comparable<SharedLibrary> {
    private static final Comparator<SharedLibrary> ORDER = Comparator.comparing(SharedLibrary::family)
            .thenComparing(SharedLibrary::version, PackageFormat.RPM.versions())
            .thenComparing(SharedLibrary::version)
            .thenComparing(SharedLibrary::name)
            .thenComparing(SharedLibrary::source);

    /** {@code libssl.so.1.1}, {@code libdb-5.3.so}. */
    private static final Pattern SONAME =
            Pattern.compile("(?<family>.+?)(-(?<release>[0-9][0-9.]*))?\\.so(\\.(?<version>.+))?");

    /** Of a name, since an image may record any: the patterns look at it from many places. */
    private static final int LONGEST = 256;

    /** Those of C, of C++ and of OpenSSL: what is built elsewhere and copied in needs them above all. */
    private static final Set<String> WIDELY_LINKED = Set.of("libc", "libcrypto", "libssl", "libstdc++");

    /**
     * {@code libssl1.1}, {@code libgtk-3-0}, {@code libcurl3-gnutls}, {@code zlib1g}. What Debian appends when it builds a
     * library anew, such as {@code t64}, is no part of the soname.
     *
     * @see <a href="https://www.debian.org/doc/debian-policy/ch-sharedlibs.html">Debian policy, 8.1</a>
     */
    private static final Pattern PACKAGE = Pattern.compile("(?<family>z?lib.*?)-?(?<version>[0-9][0-9._]*)"
            + "(t64|v5|g|c2a?|ldbl)*(?<flavour>-(gnutls|nss|openssl|turbo))?");

    static Optional<SharedLibrary> ofSoname(String soname, String source) {
        Matcher matcher = SONAME.matcher(soname);
        if (soname.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String version = Optional.ofNullable(matcher.group("version"))
                .or(() -> Optional.ofNullable(matcher.group("release")))
                .orElse("");
        boolean both = matcher.group("version") != null && matcher.group("release") != null;
        String family = both ? soname.substring(0, matcher.end("release")) : matcher.group("family");
        return Optional.of(new SharedLibrary(family, version, soname, source));
    }

    static Optional<SharedLibrary> ofPackage(String name, String source) {
        Matcher matcher = PACKAGE.matcher(name);
        if (name.length() > LONGEST || !matcher.matches()) {
            return Optional.empty();
        }
        String flavour = Optional.ofNullable(matcher.group("flavour")).orElse("");
        return Optional.of(
                new SharedLibrary(matcher.group("family") + flavour, matcher.group("version"), name, source));
    }

    /** Whether nearly every program that was not built in this image may need it. */
    boolean isWidelyLinked() {
        return WIDELY_LINKED.contains(family);
    }

    /** By family, then from older to newer. */
    @Override
    public int compareTo(SharedLibrary other) {
        return ORDER.compare(this, other);
    }
}
