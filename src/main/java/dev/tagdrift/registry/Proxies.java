package dev.tagdrift.registry;

import dev.tagdrift.auth.Secret;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

/** The proxies that the usual variables name, and the hosts that are asked without one. */
public final class Proxies {
    /** No proxy for anybody. */
    public static final Proxies NONE = of(Map.of());

    private static final int USUAL_PORT = 80;
    private static final int SOCKS_PORT = 1080;

    private final Optional<Server> https;
    private final Optional<Server> http;
    private final NoProxy except;
    private final List<String> unusable;

    private Proxies(Optional<Server> https, Optional<Server> http, NoProxy except, List<String> unusable) {
        this.https = https;
        this.http = http;
        this.except = except;
        this.unusable = List.copyOf(unusable);
    }

    /**
     * A proxy.
     *
     * @param proxy as Java has it
     * @param login for it, as it is sent
     */
    record Server(Proxy proxy, Optional<Secret> login) {}

    /** Reads HTTPS_PROXY, HTTP_PROXY and NO_PROXY, in capitals or in small letters. */
    public static Proxies of(Map<String, String> variables) {
        List<String> unusable = new ArrayList<>();
        return new Proxies(
                server(variables, "HTTPS_PROXY", unusable),
                server(variables, "HTTP_PROXY", unusable),
                NoProxy.of(value(variables, "NO_PROXY")),
                unusable);
    }

    private static String value(Map<String, String> variables, String name) {
        return variables.getOrDefault(name, variables.getOrDefault(name.toLowerCase(Locale.ROOT), ""));
    }

    private static Optional<Server> server(Map<String, String> variables, String name, List<String> unusable) {
        String value = value(variables, name).strip();
        if (value.isEmpty()) {
            return Optional.empty();
        }
        Optional<Server> server = read(value);
        if (server.isEmpty()) {
            unusable.add(name);
        }
        return server;
    }

    /** OkHttp speaks to proxies in plain http and SOCKS only. */
    private static Optional<Server> read(String value) {
        boolean socks = value.startsWith("socks5://") || value.startsWith("socks5h://");
        String address = value.contains("://") ? value : "http://" + value;
        String plain = socks ? "http://" + value.substring(value.indexOf("://") + "://".length()) : address;
        return Optional.ofNullable(plain.startsWith("http://") ? HttpUrl.parse(plain) : null)
                .map(url -> new Server(
                        new Proxy(
                                socks ? Proxy.Type.SOCKS : Proxy.Type.HTTP,
                                InetSocketAddress.createUnresolved(url.host(), port(url, plain, socks))),
                        login(url)));
    }

    private static int port(HttpUrl url, String written, boolean socks) {
        boolean named = written.replaceFirst("/+$", "").endsWith(":" + url.port());
        return named ? url.port() : socks ? SOCKS_PORT : USUAL_PORT;
    }

    private static Optional<Secret> login(HttpUrl url) {
        return url.username().isEmpty()
                ? Optional.empty()
                : Optional.of(Authorization.basic(url.username(), new Secret(url.password()))
                        .header());
    }

    /** The variables whose values name no proxy that can be used. */
    public List<String> unusable() {
        return unusable;
    }

    /** The proxy that is asked for this address; none for this machine itself. */
    Optional<Server> of(HttpUrl url) {
        return (url.isHttps() ? https : http).filter(any -> !Hosts.isLoopback(url) && !except.matches(url));
    }
}
