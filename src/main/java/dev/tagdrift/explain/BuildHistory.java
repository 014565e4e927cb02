package dev.tagdrift.explain;

import dev.tagdrift.image.ImageConfig.Step;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.image.PlatformImage;
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
            "(?:# )?debian\\.sh (?:--\\S+ (?:'[^']*' )?)*+out/ '(?<suite>[a-z]+)' '@(?<built>\\d{1,10})'");

    /** Far more than that builder writes. */
    private static final int LONGEST = 4096;

    /** Words of a command that names where packages come from: any later one may bring those of another release. */
    private static final Pattern SOURCES = Pattern.compile(
            "sources\\.list(?![.\\w])|(?:debian|ubuntu)\\.sources|apk/repositories|releasever|debootstrap");

    /** Words of a command that puts another release in place of the one below, or a whole folder over it. */
    private static final Pattern REPLACES = Pattern.compile(
            "(?<!--)upgrade|distro-sync|(?:zypper|yum|dnf) (?:\\S+ ){0,4}(?:dup|update)\\b"
                    + "|(?:os|lsb)-release|debian_version|base-files"
                    + "|^(?:/bin/sh -c #\\(nop\\) )?(?:COPY|ADD) .* (?:/|\\./?|/?(?:etc|usr(?:/lib)?)/?) ?(?:# buildkit)?$");

    /** A layer of which nothing is told is looked into if that is cheap. */
    private static final long SMALL = 4L << 20;

    private final List<Step> steps;
    private final List<Layer> layers;

    /** What made each layer; nothing if the history is of other layers, as that of an image whose layers became one. */
    private final List<String> commands;

    BuildHistory(PlatformImage image) {
        steps = image.config().history();
        layers = image.manifest().layers();
        List<String> told =
                steps.stream().filter(Step::layered).map(Step::command).toList();
        commands = told.size() == layers.size() ? told : List.of();
    }

    /** The release that the lowest layer was made as. */
    Optional<OsRelease> release() {
        return steps.stream()
                .limit(1)
                .filter(step -> step.layered() && !commands.isEmpty())
                .map(Step::command)
                .filter(command -> command.length() <= LONGEST)
                .map(DEBIAN::matcher)
                .filter(Matcher::matches)
                .flatMap(
                        match -> DebianRelease.ofSuite(
                                match.group("suite"), Instant.ofEpochSecond(Long.parseLong(match.group("built"))))
                                .stream())
                .findFirst();
    }

    /** Whether the layer at this place may bring another release than those below it. */
    boolean mayReplace(int place) {
        String command = commands.isEmpty() ? "" : commands.get(place);
        return command.isBlank()
                ? layers.get(place).size() <= SMALL || steps.stream().skip(1).anyMatch(step -> replaces(step.command()))
                : replaces(command) || commands.subList(0, place).stream().anyMatch(BuildHistory::namesSources);
    }

    private static boolean replaces(String command) {
        return REPLACES.matcher(command).find() || namesSources(command);
    }

    private static boolean namesSources(String command) {
        return SOURCES.matcher(command).find();
    }
}
