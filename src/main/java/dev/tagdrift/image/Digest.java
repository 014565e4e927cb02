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
        return new Digest("sha256", HexFormat.of().formatHex(hasher("SHA-256").digest(content)));
    }

    /** Whether this is the digest of these bytes. */
    public boolean matches(byte[] content) {
        MessageDigest hasher = hasher();
        hasher.update(content);
        return matches(hasher);
    }

    /** Computes digests of this one's algorithm. */
    public MessageDigest hasher() {
        return hasher(javaName());
    }

    /** Whether this is the digest of what went through its {@link #hasher}, which then begins anew. */
    public boolean matches(MessageDigest hasher) {
        return HexFormat.of().formatHex(hasher.digest()).equals(hex);
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

    private String javaName() {
        return "SHA-" + algorithm.substring("sha".length());
    }

    private static MessageDigest hasher(String javaName) {
        try {
            return MessageDigest.getInstance(javaName);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has " + javaName, e);
        }
    }
}
