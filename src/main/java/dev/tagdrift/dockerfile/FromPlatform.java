package dev.tagdrift.dockerfile;

import dev.tagdrift.dockerfile.DockerfileProblem.BadSyntax;
import dev.tagdrift.image.Platform;
import java.util.Optional;

/**
 * The platform that an image is pulled for.
 *
 * @param platform the value
 * @param constant whether the file itself fixes it
 */
record FromPlatform(Platform platform, boolean constant) {
    /** Expands and reads the value of {@code --platform}; what cannot be read is noted, and the target stands in. */
    static FromPlatform read(SourceText word, char escape, GlobalScope scope, Platform target, Findings findings) {
        try {
            Value value = Expander.expand(word.written(), escape, scope);
            Optional<Platform> platform = PlatformWord.read(value.text());
            if (platform.isPresent()) {
                return new FromPlatform(platform.get(), !value.isOfPlatform());
            }
            findings.unusable(word, value, new BadSyntax(word.line(), word.written(), SyntaxError.BAD_PLATFORM));
        } catch (BadWordException e) {
            findings.add(new BadSyntax(word.line(), word.written(), e.reason()));
        }
        return new FromPlatform(target, false);
    }
}
