package dev.tagdrift.registry;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import okio.ByteString;

/** Reads certificates and keys out of files in PEM (RFC 7468). */
final class Certificates {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN (?<kind>[A-Z0-9 ]+)-----(?<text>[^-]*)-----END \\k<kind>-----");

    private Certificates() {}

    private record Block(String kind, ByteString bytes) {}

    /** @throws IOException if the file cannot be read, or holds none */
    static List<Certificate> read(Path file) throws IOException {
        List<Certificate> certificates = new ArrayList<>();
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            for (Block block : blocks(file)) {
                if (block.kind().equals("CERTIFICATE")) {
                    certificates.add(factory.generateCertificate(
                            new ByteArrayInputStream(block.bytes().toByteArray())));
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IOException(file + " holds a certificate that cannot be read", e);
        }
        if (certificates.isEmpty()) {
            throw new IOException(file + " holds no certificate in PEM");
        }
        return certificates;
    }

    /** @throws IOException if the file cannot be read, or holds no key in PKCS #8 */
    static PrivateKey key(Path file) throws IOException {
        for (Block block : blocks(file)) {
            if (block.kind().equals("PRIVATE KEY")) {
                return key(file, block.bytes().toByteArray());
            }
        }
        throw new IOException(file + " holds no key in PKCS #8; `openssl pkcs8 -topk8 -nodes` makes one");
    }

    private static PrivateKey key(Path file, byte[] bytes) throws IOException {
        return Stream.of("RSA", "EC", "EdDSA")
                .flatMap(algorithm -> key(algorithm, bytes).stream())
                .findFirst()
                .orElseThrow(() -> new IOException(file + " holds a key of an unknown algorithm"));
    }

    private static Optional<PrivateKey> key(String algorithm, byte[] bytes) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(bytes)));
        } catch (GeneralSecurityException e) {
            return Optional.empty();
        }
    }

    private static List<Block> blocks(Path file) throws IOException {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            try {
                blocks.add(new Block(
                        matcher.group("kind"),
                        ByteString.of(Base64.getMimeDecoder().decode(matcher.group("text")))));
            } catch (IllegalArgumentException e) {
                throw new IOException(file + " is no PEM", e);
            }
        }
        return blocks;
    }
}
