package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tagdrift.auth.CredentialStore;
import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure.AtMirror;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.settings.RegistrySettings;
import dev.tagdrift.testing.FakeRegistry;
import dev.tagdrift.testing.Images;
import java.io.IOException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class EndpointsTest {
    @ParameterizedTest
    @CsvSource({
        "docker.io, https://registry-1.docker.io/v2/team/app/manifests/1",
        "quay.io, https://quay.io/v2/team/app/manifests/1",
        "registry.internal:5000, http://registry.internal:5000/v2/team/app/manifests/1",
        "localhost:5000, http://localhost:5000/v2/team/app/manifests/1",
        "localhost, http://localhost/v2/team/app/manifests/1",
        "127.0.0.1:5000, http://127.0.0.1:5000/v2/team/app/manifests/1",
        "127.1.2.3, http://127.1.2.3/v2/team/app/manifests/1",
        "[::1]:5000, http://[::1]:5000/v2/team/app/manifests/1",
        "localhost:5443, https://localhost:5443/v2/team/app/manifests/1",
        "localhost:5444, https://localhost:5444/v2/team/app/manifests/1",
        "10.0.0.1:5000, https://10.0.0.1:5000/v2/team/app/manifests/1",
        "localhost.example.com, https://localhost.example.com/v2/team/app/manifests/1",
        "127.0.0.1.example.com, https://127.0.0.1.example.com/v2/team/app/manifests/1",
        "gcr.io, https://mirror.example.com/v2/team/app/manifests/1",
        "ghcr.io, http://cache.example.com:8080/v2/hub/proxy/team/app/manifests/1"
    })
    void address(String registry, String expected) {
        assertThat(endpoint(registry).manifest("1")).hasToString(expected);
    }

    @Test
    void mirrorIsAskedWithItsOwnCredentialsAndNamedAsTheRegistry() {
        Endpoint endpoint = endpoint("ghcr.io");
        assertThat(endpoint.asked()).isEqualTo(new Repository("cache.example.com:8080", "hub/proxy/team/app"));
        assertThat(endpoint.scope()).isEqualTo("repository:hub/proxy/team/app:pull");
        assertThat(endpoint.registry()).isEqualTo("ghcr.io");
    }

    @ParameterizedTest
    @CsvSource({
        "http://cache.example.com, cache.example.com:80",
        "http://cache.example.com:80, cache.example.com:80",
        "http://cache.example.com:443, cache.example.com:443",
        "https://cache.example.com, cache.example.com",
        "https://cache.example.com:443, cache.example.com",
        "https://cache.example.com:80, cache.example.com:80"
    })
    void loginOfAHostOverTlsIsNotThatOfItsPlainPort(String mirror, String asked) {
        assertThat(new Endpoints(Map.of("docker.io", mirror(mirror)))
                        .of(new Repository("docker.io", "library/python"))
                        .found()
                        .orElseThrow()
                        .asked()
                        .registry())
                .isEqualTo(asked);
    }

    @Test
    void portThatCannotBeIsFailure() {
        assertThat(new Endpoints(Map.of())
                        .of(new Repository("a.example:99999", "app"))
                        .failure())
                .isPresent();
    }

    @Test
    void mirrorThatIsNoAddressIsRefusedAtOnce() {
        assertThatThrownBy(() -> new Endpoints(Map.of("docker.io", mirror("ftp://mirror.example.com"))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void mirrorAnswersInPlaceOfTheRegistry() throws IOException {
        List<Repository> asked = new ArrayList<>();
        CredentialStore credentials = repository -> {
            asked.add(repository);
            return TestClients.CI.find(repository);
        };
        try (FakeRegistry mirror = FakeRegistry.start()) {
            mirror.push("library/python", "3", Images.index("a"));
            mirror.requireLogin("ci", "s3cret");
            Map<String, RegistrySettings> settings = Map.of("docker.io", mirror("http://" + mirror.host()));
            try (RegistryClient client = new TestClients().with(credentials, settings, TestClients.LONG)) {
                assertThat(client.head(reference("python:3")).found()).isPresent();
                assertThat(client.head(reference("python:4")).failure())
                        .contains(new AtMirror(mirror.host(), new NotFound("docker.io", true, true)));
            }
            assertThat(asked).containsOnly(new Repository(mirror.host(), "library/python"));
        }
    }

    private static Endpoint endpoint(String registry) {
        Map<String, RegistrySettings> settings = Map.of(
                "registry.internal:5000",
                new RegistrySettings(Optional.empty(), Optional.of(false)),
                "localhost:5443",
                new RegistrySettings(Optional.empty(), Optional.of(true)),
                "localhost:5444",
                new RegistrySettings(
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("ca.pem"),
                        Optional.empty()),
                "gcr.io",
                mirror("https://mirror.example.com"),
                "ghcr.io",
                mirror("http://cache.example.com:8080/hub/proxy/"));
        return new Endpoints(settings)
                .of(new Repository(registry, "team/app"))
                .found()
                .orElseThrow();
    }

    private static RegistrySettings mirror(String address) {
        return new RegistrySettings(Optional.of(URI.create(address)), Optional.empty());
    }
}
