package dev.tagdrift.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okio.ByteString;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NextPageTest {
    private static final HttpUrl LIST = HttpUrl.get("https://registry.example/v2/app/referrers/x");
    private static final HttpUrl PAGE = HttpUrl.get("https://registry.example/v2/app/referrers/x?last=1");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<?last=1>; rel=\"next\"",
                "<?last=1>;rel=next",
                "<?last=1>; REL = \"prefetch Next\"",
                "<?last=1>; title=\"a, b\"; rel=next; type=x",
                "<https://registry.example:443/v2/app/referrers/x?last=1>; rel=\"next last\"",
                "<?first=1>; rel=\"first\", <?last=1>; rel=\"next\"",
                "</v2/app/referrers/x?last=1>; rel=next, <?first=1>; rel=first"
            })
    void isWhereTheLinkLeads(String link) {
        assertThat(next("Link", link)).contains(PAGE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "<?last=1>",
                "<?last=1>; rel=prev",
                "<?last=1>; rel=\"nextish\"",
                "<?last=1>; rel=next-to-last",
                "<?last=1>; title=\"rel=next\"",
                "<?last=1>; title=\"a; rel=next\"",
                "<?last=1>; rel=\"next",
                "<?last=1; rel=next",
                "<http://registry.example/>; rel=next",
                "<https://registry.example:8443/>; rel=next",
                "<//other.example/>; rel=next",
                "<https://[>; rel=next"
            })
    void isNoneWhereNoLinkLeadsToOneOfTheSameServer(String link) {
        assertThat(next("Link", link)).isEmpty();
    }

    /** As long as a header may be: to look again from each word took minutes. */
    @Timeout(60)
    @ParameterizedTest
    @ValueSource(strings = {"next ", ";rel=\" next", ";rel=", " ", "<", "<?a>;rel"})
    void isFoundOrNotInOneLook(String part) {
        String rest = part.repeat(250_000 / part.length());
        assertThat(next("Link", "<?last=1>; rel=\"" + rest)).isEmpty();
        assertThat(next("Link", "<" + rest)).isEmpty();
    }

    @Test
    void mayStandInTheSecondHeader() {
        assertThat(next("Link", "<?first=1>; rel=first", "link", "<?last=1>; rel=next"))
                .contains(PAGE);
    }

    @Test
    void isNoneOfWhoeverWasRedirectedTo() {
        Reply elsewhere = reply(HttpUrl.get("https://other.example/list"), "Link", "<?last=1>; rel=next");
        assertThat(NextPage.of(elsewhere, Origin.of(LIST))).isEmpty();
    }

    private static Optional<HttpUrl> next(String... headers) {
        return NextPage.of(reply(LIST, headers), Origin.of(LIST));
    }

    private static Reply reply(HttpUrl url, String... headers) {
        return new Reply(url, 200, Headers.of(headers), List.of(), ByteString.EMPTY);
    }
}
