package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.testing.Approved;
import dev.tagdrift.testing.EveryFinding;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What each format makes of everything that can be found, as somebody has read and approved it. */
class FormatsTest {
    private static final Message STOPPED = Wording.lockfileBusy("lockfiles/base-images.lock.json");

    static Stream<Arguments> formats() {
        return Stream.of(
                format("md", bulletin -> Markdown.of(bulletin, Markdown.COMMENT)),
                format("sarif", Sarif::of),
                format("junit.xml", JUnitXml::of),
                format("github.txt", GitHubAnnotations::of),
                format("gitlab.json", GitLabQuality::of));
    }

    private static Arguments format(String suffix, Function<Bulletin, String> format) {
        return Arguments.of(suffix, format);
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsEverything(String suffix, Function<Bulletin, String> format) {
        Approved.verify("formats/every-finding." + suffix, format.apply(Bulletin.of(EveryFinding.report())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsAMissingLockfile(String suffix, Function<Bulletin, String> format) {
        Approved.verify("formats/no-lockfile." + suffix, format.apply(Bulletin.of(EveryFinding.withoutLockfile())));
    }

    @ParameterizedTest
    @MethodSource("formats")
    void tellsWhyNothingCouldBeDone(String suffix, Function<Bulletin, String> format) {
        Bulletin bulletin = Bulletin.of(List.of(STOPPED), "", ExitCode.ERROR);
        Approved.verify("formats/stopped." + suffix, format.apply(bulletin));
    }

    @Test
    void writesTheSameTwice() {
        formats().forEach(format -> {
            @SuppressWarnings("unchecked")
            Function<Bulletin, String> function = (Function<Bulletin, String>) format.get()[1];
            assertThat(function.apply(Bulletin.of(EveryFinding.report())))
                    .isEqualTo(function.apply(Bulletin.of(EveryFinding.report())));
        });
    }
}
