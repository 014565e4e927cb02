package dev.tagdrift.registry;

import java.io.IOException;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import okhttp3.Authenticator;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.Route;
import org.jspecify.annotations.Nullable;

/** Tells OkHttp which proxy to take, and proves to the proxy who is asking, once. */
final class ProxyChoice extends ProxySelector implements Authenticator {
    private static final String HEADER = "Proxy-Authorization";

    private final Proxies proxies;

    ProxyChoice(Proxies proxies) {
        this.proxies = proxies;
    }

    @Override
    public List<Proxy> select(@Nullable URI uri) {
        return List.of(Optional.ofNullable(uri)
                .flatMap(address -> Optional.ofNullable(HttpUrl.get(address)))
                .flatMap(proxies::of)
                .map(Proxies.Server::proxy)
                .orElse(Proxy.NO_PROXY));
    }

    @Override
    public void connectFailed(@Nullable URI uri, @Nullable SocketAddress address, @Nullable IOException failure) {
        // OkHttp hands the failure on; there is no other proxy to take.
    }

    @Override
    public @Nullable Request authenticate(@Nullable Route route, Response response) {
        return response.request().header(HEADER) != null
                ? null
                : proxies.of(response.request().url())
                        .flatMap(Proxies.Server::login)
                        .map(login -> response.request()
                                .newBuilder()
                                .header(HEADER, login.reveal())
                                .build())
                        .orElse(null);
    }
}
