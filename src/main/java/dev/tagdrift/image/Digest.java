package dev.tagdrift.image;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The hash that names content: algorithm and hexadecimal value.
 *
 * @param algorithm {@code sha256}, {@code sha384} or {@code sha512}
 * @param hex lower-case hexadecimal digits, as many as the algorithm makes (64, 96 or 128)
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/descriptor.md#digests">OCI image
 *     specification, Digests</a>
 */
public record Digest(String algorithm, String hex) implements Comparable<Digest> {
    private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");
    private static final int SHORT = 12;

    /** @throws IllegalArgumentException if the two do not form a full digest of a registered algorithm */
    public Digest {
        if (!FORM.matcher(algorithm + ":" + hex).matches()) {
            throw new IllegalArgumentException("not a digest: " + algorithm + ":" + hex);
        }
    }

    /** Reads {@code algorithm:hex}; empty if the text is anything else, a shortened digest included. */
    public static Optional<Digest> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        int colon = text.indexOf(':');
        return Optional.of(new Digest(text.substring(0, colon), text.substring(colon + 1)));
    }

    /** The sha256 digest of these bytes. */
    public static Digest of(byte[] content) {
        return hash("sha256", "SHA-256", content);
    }

    /** Whether this is the digest of these bytes. */
    public boolean matches(byte[] content) {
        String javaName = "SHA-" + algorithm.substring("sha".length());
        return hash(algorithm, javaName, content).equals(this);
    }

    /** The form for people: the algorithm and the first 12 digits. */
    public String abbreviated() {
        return algorithm + ":" + hex.substring(0, SHORT);
    }

    @Override
    public int compareTo(Digest other) {
        return toString().compareTo(other.toString());
    }

    @Override
    public String toString() {
        return algorithm + ":" + hex;
    }

    private static Digest hash(String algorithm, String javaName, byte[] content) {
        try {
            return new Digest(
                    algorithm,
                    HexFormat.of().formatHex(MessageDigest.getInstance(javaName).digest(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + javaName, e);
        }
    }
}
