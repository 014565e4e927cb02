package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.image.Repository;
import dev.tagdrift.resolve.ResolutionFailure.BadAnswer;
import java.util.List;
import java.util.Map;
import okhttp3.Challenge;
import okhttp3.HttpUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChallengesTest {
    private static final Challenge BASIC = new Challenge("Basic", Map.of("realm", "registry"));

    private final Challenges challenges = new Challenges(RedirectsTest.hosts());

    @ParameterizedTest
    @CsvSource({
        "https://a.example, https://b.example/token, true",
        "https://a.example, /token, true",
        "https://a.example, http://a.example/token, false",
        "https://a.example, http://127.0.0.1/token, false",
        "https://a.example, https://localhost/token, false",
        "https://a.example, https://169.254.169.254/token, false",
        "https://a.example, https://near.example/token, false",
        "https://near.example, https://near.example/token, true",
        "http://a.example, http://a.example:5001/token, true",
        "http://a.example, http://b.example/token, false",
        "http://127.0.0.1:5000, http://127.0.0.1:5001/token, true",
        "http://127.0.0.1:5000, https://b.example/token, true",
        "http://127.0.0.1:5000, http://b.example/token, false"
    })
    void tokenServiceIsTrusted(String root, String realm, boolean trusted) {
        List<Challenge> bearer = List.of(bearer(realm));
        assertThat(challenges.choose(endpoint(root), bearer).found().isPresent())
                .isEqualTo(trusted);
    }

    @Test
    void bearerComesBeforeBasicUnlessItCannotBeTrusted() {
        Endpoint endpoint = endpoint("https://a.example");
        assertThat(challenges.choose(endpoint, List.of(BASIC, bearer("/token"))).found())
                .get()
                .isInstanceOf(Scheme.Bearer.class);
        assertThat(challenges
                        .choose(endpoint, List.of(bearer("http://b.example/"), BASIC))
                        .found())
                .contains(new Scheme.Basic());
    }

    @Test
    void whatIsNotKnownIsNotMet() {
        Endpoint endpoint = endpoint("https://a.example");
        Challenge digest = new Challenge("Digest", Map.of("realm", "r"));
        assertThat(challenges.choose(endpoint, List.of(digest)).found()).contains(new Scheme.Open());
        assertThat(challenges.choose(endpoint, List.of()).found()).contains(new Scheme.Open());
    }

    @Test
    void refusalNamesTheTokenService() {
        assertThat(challenges
                        .choose(endpoint("https://a.example"), List.of(bearer("http://b.example/t?k=s3cret")))
                        .failure())
                .contains(new BadAnswer("a.example", BadAnswer.Flaw.REDIRECT, "token service at http://b.example:80"));
    }

    private static Challenge bearer(String realm) {
        return new Challenge("Bearer", Map.of("realm", realm));
    }

    private static Endpoint endpoint(String root) {
        return new Endpoint("a.example", HttpUrl.get(root), new Repository("a.example", "app"));
    }
}
