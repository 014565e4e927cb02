package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.resolve.Answer;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable;
import dev.tagdrift.resolve.ResolutionFailure.Unreachable.Obstacle;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.ClosedPort;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The way through a proxy, and around it. */
final class ProxyTest {
    @TempDir
    private Path folder;

    private final TestClients clients = new TestClients();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''                           | https://registry.example.com/      | false",
                "registry.example.com         | https://registry.example.com/      | true",
                "example.com                  | https://registry.example.com/      | true",
                ".example.com                 | https://registry.example.com/      | true",
                "*.example.com                | https://registry.example.com/      | true",
                ".example.com                 | https://example.com/               | false",
                "ample.com                    | https://registry.example.com/      | false",
                "EXAMPLE.com                  | https://registry.example.com/      | true",
                "registry.example.com:5000    | https://registry.example.com/      | false",
                "registry.example.com:5000    | https://registry.example.com:5000/ | true",
                "10.0.0.0/8                   | https://10.1.2.3:5000/             | true",
                "10.0.0.0/8                   | https://11.1.2.3/                  | false",
                "10.0.0.0/8                   | https://registry.example.com/      | false",
                "fd00::/8                     | https://[fd12::1]/                 | true",
                "10.0.0.0/99                  | https://10.1.2.3/                  | false",
                "10.1.2.3                     | https://10.1.2.3/                  | true",
                "'a.example, 10.1.2.3'        | https://10.1.2.3/                  | true",
                "*                            | https://registry.example.com/      | true",
                "''                           | https://localhost/                 | true",
                "''                           | https://127.0.0.1:5000/            | true"
            })
    void whoIsAskedDirectly(String noProxy, String url, boolean direct) {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", "http://proxy.example.com:3128", "no_proxy", noProxy));
        assertThat(proxies.of(HttpUrl.get(url)).isEmpty()).isEqualTo(direct);
    }

    @ParameterizedTest
    @CsvSource({
        "http://proxy.example.com:3128, proxy.example.com:3128, HTTP",
        "proxy.example.com:3128, proxy.example.com:3128, HTTP",
        "proxy.example.com, proxy.example.com:80, HTTP",
        "http://proxy.example.com:80/, proxy.example.com:80, HTTP",
        "socks5://proxy.example.com, proxy.example.com:1080, SOCKS",
        "socks5h://proxy.example.com:9050, proxy.example.com:9050, SOCKS"
    })
    void addressesOfProxies(String value, String address, String type) {
        Proxies.Server server = Proxies.of(Map.of("https_proxy", value))
                .of(HttpUrl.get("https://registry.example.com/"))
                .orElseThrow();
        assertThat(server.proxy().type()).hasToString(type);
        assertThat(String.valueOf(server.proxy().address())).startsWith(address.replace(":", "/<unresolved>:"));
    }

    @ParameterizedTest
    @CsvSource({"https://proxy.example.com", "ftp://proxy.example.com", "http://", "http://a b"})
    void whatIsNoProxyIsTold(String value) {
        Proxies proxies = Proxies.of(Map.of("HTTPS_PROXY", value));
        assertThat(proxies.unusable()).containsExactly("HTTPS_PROXY");
        assertThat(proxies.of(HttpUrl.get("https://registry.example.com/"))).isEmpty();
    }

    @Test
    void tlsGoesThroughATunnelThatWantsCredentials() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("registry.example.com");
                TunnelProxy proxy = TunnelProxy.to(registry.port(), "proxyuser", "proxypw")) {
            Path authority = Files.writeString(folder.resolve("ca.crt"), registry.authority.certificatePem());
            try (RegistryClient client = through("http://proxyuser:proxypw@" + proxy.address(), authority)) {
                assertThat(ask(client).found()).isPresent();
            }
            assertThat(registry.requests()).hasSize(1);
            assertThat(registry.requests().getFirst().getHeaders().get("Proxy-Authorization"))
                    .isNull();
            assertThat(proxy.targets()).containsOnly("registry.example.com:443");
        }
    }

    @Test
    void refusalOfTheProxyIsOneOfTheProxy() throws IOException {
        try (TlsRegistry registry = TlsRegistry.named("registry.example.com");
                TunnelProxy proxy = TunnelProxy.to(registry.port(), "proxyuser", "proxypw");
                RegistryClient client =
                        through("http://proxyuser:wrong@" + proxy.address(), folder.resolve("unused.crt"))) {
            Unreachable failure = (Unreachable) ask(client).failure().orElseThrow();
            assertThat(failure.obstacle()).isEqualTo(Obstacle.PROXY);
            assertThat(failure.toString()).doesNotContain("wrong", "proxypw");
            assertThat(registry.requests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "socks5", "socks5h"})
    void proxyThatIsNotThereIsNamed(String scheme) throws IOException {
        try (ClosedPort nobody = ClosedPort.take();
                RegistryClient client = through(scheme + "://" + nobody.address(), folder.resolve("unused.crt"))) {
            Unreachable failure = (Unreachable) ask(client).failure().orElseThrow();
            assertThat(failure.obstacle()).isEqualTo(Obstacle.PROXY);
            assertThat(failure.detail()).startsWith(nobody.address());
        }
    }

    @Test
    void proxyForSocksThatHangsUpIsNamed() throws IOException {
        try (RawServer server = new RawServer(List.of(), 0);
                RegistryClient client = through("socks5://" + server.host(), folder.resolve("unused.crt"))) {
            Unreachable failure = (Unreachable) ask(client).failure().orElseThrow();
            assertThat(failure.obstacle()).isEqualTo(Obstacle.PROXY);
            assertThat(failure.detail()).startsWith(server.host());
        }
    }

    private static Answer<?> ask(RegistryClient client) {
        return client.head(reference("registry.example.com/app:1"));
    }

    private RegistryClient through(String proxy, Path authority) {
        Map<String, Path> authorities =
                Files.exists(authority) ? Map.of("registry.example.com", authority) : Map.<String, Path>of();
        return clients.over(
                new RegistryClient.Network(
                        Proxies.of(Map.of("HTTPS_PROXY", proxy)),
                        new Trust(Optional.empty(), authorities, List.of()),
                        Optional.empty()),
                CI,
                Map.<String, RegistrySettings>of());
    }
}
