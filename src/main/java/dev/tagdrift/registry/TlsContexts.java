package dev.tagdrift.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/** Makes what TLS needs for one registry out of the files that there are for it. */
final class TlsContexts {
    private static final char[] NO_PASSWORD = {};

    private final Trust trust;
    private Optional<Context> usual = Optional.empty();

    TlsContexts(Trust trust) {
        this.trust = trust;
    }

    /**
     * What OkHttp wants.
     *
     * @param sockets that speak TLS
     * @param manager that decides who is trusted
     */
    record Context(SSLSocketFactory sockets, X509TrustManager manager) {}

    /**
     * For one registry.
     *
     * @param registry as references name it
     * @throws IOException if one of its files cannot be used
     */
    Context of(String registry) throws IOException {
        List<Path> folders = trust.folders().stream()
                .flatMap(folder -> folder(folder, registry.replaceAll("[\\[\\]]", "")).stream())
                .filter(Files::isDirectory)
                .toList();
        List<Path> authorities = new ArrayList<>(
                Optional.ofNullable(trust.authorities().get(registry)).stream().toList());
        List<Path> own = new ArrayList<>();
        for (Path folder : folders) {
            authorities.addAll(files(folder, ".crt"));
            own.addAll(files(folder, ".cert"));
        }
        try {
            return authorities.isEmpty() && own.isEmpty() ? usual() : context(authorities, own);
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    /** For registries that nothing is special about. */
    private synchronized Context usual() throws GeneralSecurityException, IOException {
        if (usual.isEmpty()) {
            usual = Optional.of(context(List.of(), List.of()));
        }
        return usual.get();
    }

    private Context context(List<Path> authorities, List<Path> own) throws GeneralSecurityException, IOException {
        X509TrustManager manager = manager(authorities);
        KeyManager[] keys = own.isEmpty() ? new KeyManager[0] : keys(own, TlsContexts::keyBeside);
        return new Context(context(keys, manager).getSocketFactory(), manager);
    }

    static SSLContext context(KeyManager[] keys, X509TrustManager manager) throws GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keys, new TrustManager[] {manager}, null);
        return context;
    }

    /** Not every system has folders with a colon in their name. */
    private static Optional<Path> folder(Path parent, String name) {
        try {
            return Optional.of(parent.resolve(name));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static List<Path> files(Path folder, String suffix) throws IOException {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(file -> file.toString().endsWith(suffix))
                    .sorted()
                    .toList();
        }
    }

    X509TrustManager manager(List<Path> authorities) throws GeneralSecurityException, IOException {
        if (trust.roots().isEmpty() && authorities.isEmpty()) {
            return managerOf(Optional.empty());
        }
        KeyStore store = empty();
        int number = 0;
        for (Certificate root : roots()) {
            store.setCertificateEntry("root-" + number++, root);
        }
        for (Path file : authorities) {
            for (Certificate certificate : Certificates.read(file)) {
                store.setCertificateEntry("own-" + number++, certificate);
            }
        }
        return managerOf(Optional.of(store));
    }

    private List<Certificate> roots() throws GeneralSecurityException, IOException {
        return trust.roots().isPresent()
                ? Certificates.read(trust.roots().get())
                : List.of(managerOf(Optional.empty()).getAcceptedIssuers());
    }

    private static X509TrustManager managerOf(Optional<KeyStore> store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store.orElse(null));
        return Arrays.stream(factory.getTrustManagers())
                .filter(X509TrustManager.class::isInstance)
                .map(X509TrustManager.class::cast)
                .findFirst()
                .orElseThrow(() -> new GeneralSecurityException("no X.509 trust manager"));
    }

    private static Path keyBeside(Path certificate) {
        String name = certificate.toString();
        return Path.of(name.substring(0, name.length() - ".cert".length()) + ".key");
    }

    /**
     * Who we are.
     *
     * @param own certificates
     * @param key where the key of a certificate is
     */
    static KeyManager[] keys(List<Path> own, UnaryOperator<Path> key) throws GeneralSecurityException, IOException {
        KeyStore store = empty();
        for (Path file : own) {
            Certificate[] chain = Certificates.read(file).toArray(Certificate[]::new);
            store.setKeyEntry(file.toString(), Certificates.key(key.apply(file)), NO_PASSWORD, chain);
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(store, NO_PASSWORD);
        return factory.getKeyManagers();
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, NO_PASSWORD);
        return store;
    }
}
