package dev.tagdrift.explain;

import dev.tagdrift.image.ImageConfig;
import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.ResolvedImage.Layer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the commands that made an image say about its release. */
final class BuildHistory {
    /** Made by Debian's own builder, as {@code # debian.sh --arch 'amd64' out/ 'trixie' '@1785715200'}. */
    private static final Pattern DEBIAN = Pattern.compile(
            "(?:# )?debian\\.sh (?:--\\S+ (?:'[^']*' )?)*out/ '(?<suite>[a-z]+)' '@(?<built>\\d{1,10})'");

    /** Words of a command that puts another release in place of the one below, or the whole root over it. */
    private static final Pattern REPLACES = Pattern.compile(
            "dist-upgrade|full-upgrade|release-upgrade|distro-sync|system-upgrade|releasever|zypper (?:\\S+ ){0,4}dup\\b"
                    + "|(?:os|lsb)-release|debian_version|base-files|debootstrap"
                    + "|sources\\.list(?![.\\w])|(?:debian|ubuntu)\\.sources|apk/repositories"
                    + "|^(?:/bin/sh -c #\\(nop\\) )?(?:COPY|ADD) .* /(?: # buildkit)?$");

    /** A layer of which nothing is told is looked into if that is cheap. */
    private static final long SMALL = 4L << 20;

    private final List<Step> steps;
    private final List<String> commands;

    BuildHistory(ImageConfig config) {
        steps = config.history();
        commands = steps.stream().filter(Step::layered).map(Step::command).toList();
    }

    /** The release that the lowest layer was made as. */
    Optional<OsRelease> release() {
        return steps.stream()
                .limit(1)
                .map(step -> DEBIAN.matcher(step.command()))
                .filter(Matcher::matches)
                .flatMap(
                        match -> DebianRelease.ofSuite(
                                match.group("suite"), Instant.ofEpochSecond(Long.parseLong(match.group("built"))))
                                .stream())
                .findFirst();
    }

    /** Whether the layer at this place may bring another release than those below it. */
    boolean mayReplace(List<Layer> layers, int place) {
        String command = commands.size() == layers.size() ? commands.get(place) : "";
        return command.isBlank()
                ? layers.get(place).size() <= SMALL || anyReplaces()
                : REPLACES.matcher(command).find();
    }

    private boolean anyReplaces() {
        return steps.stream()
                .skip(1)
                .anyMatch(step -> REPLACES.matcher(step.command()).find());
    }
}
