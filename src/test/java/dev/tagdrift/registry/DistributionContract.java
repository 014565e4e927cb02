package dev.tagdrift.registry;

import static dev.tagdrift.registry.TestClients.CI;
import static dev.tagdrift.registry.TestClients.login;
import static dev.tagdrift.registry.TestClients.reference;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.demo.SyntheticImage;
import dev.tagdrift.image.Digest;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.Repository;
import dev.tagdrift.image.ResolvedImage;
import dev.tagdrift.resolve.ResolutionFailure.Denied;
import dev.tagdrift.resolve.ResolutionFailure.Denied.Login;
import dev.tagdrift.resolve.ResolutionFailure.NotFound;
import dev.tagdrift.testing.Distribution;
import dev.tagdrift.testing.Distribution.Setup;
import dev.tagdrift.testing.Images;
import dev.tagdrift.testing.Programs;
import dev.tagdrift.testing.Skopeo;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The client against Distribution, wherever that runs, with skopeo as the second opinion. */
abstract class DistributionContract {
    /** Starts an empty registry. */
    abstract Distribution start(Setup setup) throws Exception;

    @BeforeAll
    static void needsSkopeo() {
        Programs.assumeInstalled("skopeo");
    }

    static Stream<SyntheticImage> images() {
        return Stream.of(
                Images.index("bookworm", "linux/amd64", "linux/arm/v6"),
                Images.attestedIndex("trixie", "linux/amd64"),
                Images.dockerIndex("bullseye", "linux/amd64", "linux/arm64"),
                Images.single("buster"),
                Images.dockerSingle("stretch", "linux/amd64"));
    }

    @ParameterizedTest
    @MethodSource("images")
    void headAndGetAgreeWithSkopeo(SyntheticImage image) throws Exception {
        try (Distribution registry = start(Setup.OPEN);
                RegistryClient client = new TestClients().anonymous()) {
            registry.push("team/app", "1", image);
            ImageReference tag = reference(registry.host() + "/team/app:1");
            Digest digest = Skopeo.digest(tag.toString());
            assertThat(digest).isEqualTo(image.digest());
            assertThat(client.head(tag).found()).contains(image.top().descriptor());
            assertThat(client.get(tag).found().map(ResolvedImage::digest)).contains(digest);
            assertThat(client.head(reference(registry.host() + "/team/app@" + digest))
                            .found())
                    .contains(image.top().descriptor());
        }
    }

    @Test
    void configIsReadFromItsBlob() throws Exception {
        try (Distribution registry = start(Setup.OPEN);
                RegistryClient client = new TestClients().anonymous()) {
            registry.push("team/app", "1", Images.single("a", "linux/arm64"));
            Repository repository = new Repository(registry.host(), "team/app");
            ResolvedImage.Single image = (ResolvedImage.Single) client.get(new ImageReference.Tagged(repository, "1"))
                    .found()
                    .orElseThrow();
            assertThat(client.config(repository, image.config()).found())
                    .hasValueSatisfying(config -> assertThat(config.created()).contains(Images.CREATED));
        }
    }

    @Test
    void whatIsMissingIsSaidToBe() throws Exception {
        try (Distribution registry = start(Setup.OPEN);
                RegistryClient client = new TestClients().anonymous()) {
            registry.push("team/app", "1", Images.single("a"));
            for (String name : List.of("/team/app:2", "/team/none:1", "/team/app@" + Digest.of(new byte[1]))) {
                assertThat(client.head(reference(registry.host() + name)).failure())
                        .contains(new NotFound(registry.host(), true, false));
            }
        }
    }

    @Test
    void loginIsAskedFor() throws Exception {
        try (Distribution registry = start(Setup.LOGIN);
                RegistryClient known = new TestClients().as(CI);
                RegistryClient mistaken = new TestClients().as(login("ci", "wrong"));
                RegistryClient anonymous = new TestClients().anonymous()) {
            registry.push("team/app", "1", Images.single("a"));
            ImageReference tag = reference(registry.host() + "/team/app:1");
            assertThat(known.head(tag).found()).isPresent();
            assertThat(known.head(reference(registry.host() + "/team/app:2")).failure())
                    .contains(new NotFound(registry.host(), true, true));
            assertThat(mistaken.head(tag).failure()).contains(new Denied(registry.host(), Login.REFUSED, ""));
            assertThat(anonymous.head(tag).failure()).contains(new Denied(registry.host(), Login.NONE, ""));
        }
    }
}
