package dev.tagdrift.registry;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLException;
import okhttp3.ConnectionSpec;
import okhttp3.Dns;
import okhttp3.HttpUrl;
import okhttp3.OkHttpClient;

/**
 * The one HTTP client, and for each registry that speaks TLS a likeness that shares its connections. The one itself speaks
 * none, since OkHttp would read whom Java trusts, needed or not.
 */
final class HttpClients implements AutoCloseable {
    private final OkHttpClient plain;
    private final TlsContexts contexts;
    private final Proxies proxies;
    private final Map<String, OkHttpClient> byRegistry = new ConcurrentHashMap<>();

    HttpClients(Timeouts timeouts, Dns dns, Proxies proxies, Trust trust) {
        this.contexts = new TlsContexts(trust);
        this.proxies = proxies;
        ProxyChoice choice = new ProxyChoice(proxies);
        plain = new OkHttpClient.Builder()
                .socketFactory(new NoDelaySockets())
                .dns(dns)
                .proxySelector(choice)
                .proxyAuthenticator(choice)
                .addNetworkInterceptor(new OneExchange())
                .connectionSpecs(List.of(ConnectionSpec.CLEARTEXT))
                .followRedirects(false)
                .followSslRedirects(false)
                .connectTimeout(timeouts.connect())
                .readTimeout(timeouts.read())
                .callTimeout(timeouts.call())
                .build();
    }

    /** @throws IOException if a certificate that belongs to the registry cannot be used */
    OkHttpClient of(Question question) throws IOException {
        if (!question.url().isHttps()) {
            return plain;
        }
        try {
            return byRegistry.computeIfAbsent(Endpoints.registryAt(question.url()), this::make);
        } catch (UncheckedIOException e) {
            throw new SSLException(e.getMessage(), e);
        }
    }

    private OkHttpClient make(String registry) {
        try {
            TlsContexts.Context context = contexts.of(registry);
            return plain.newBuilder()
                    .connectionSpecs(List.of(ConnectionSpec.MODERN_TLS))
                    .sslSocketFactory(context.sockets(), context.manager())
                    .build();
        } catch (IOException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    /** The proxy on the way to an address, as {@code host:port}. */
    Optional<String> proxyOf(HttpUrl url) {
        return proxies.of(url)
                .flatMap(server -> Optional.ofNullable(server.proxy().address()))
                .map(InetSocketAddress.class::cast)
                .map(address -> address.getHostString() + ":" + address.getPort());
    }

    /** Breaks what runs, and ends the threads that would hold the exit of the process. */
    @Override
    public void close() {
        plain.dispatcher().cancelAll();
        plain.dispatcher().executorService().shutdown();
        plain.connectionPool().evictAll();
    }
}
