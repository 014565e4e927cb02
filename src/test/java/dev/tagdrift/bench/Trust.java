package dev.tagdrift.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.net.ssl.SSLSocketFactory;
import okhttp3.tls.HandshakeCertificates;
import okhttp3.tls.HeldCertificate;

/**
 * An authority that a process can be told to trust, and a server at {@code localhost} that it vouches for.
 *
 * @param authority that is trusted
 * @param server that it vouches for
 */
record Trust(HeldCertificate authority, HeldCertificate server) {
    static Trust create() {
        HeldCertificate authority =
                new HeldCertificate.Builder().certificateAuthority(0).build();
        HeldCertificate server = new HeldCertificate.Builder()
                .signedBy(authority)
                .addSubjectAlternativeName("localhost")
                .build();
        return new Trust(authority, server);
    }

    SSLSocketFactory sockets() {
        return new HandshakeCertificates.Builder()
                .heldCertificate(server, authority.certificate())
                .build()
                .sslSocketFactory();
    }

    /** The authority in a file, as programs take it from {@code SSL_CERT_FILE} or an option. */
    Path file(Path folder) throws IOException {
        return Files.writeString(folder.resolve("authority.pem"), authority.certificatePem());
    }
}
