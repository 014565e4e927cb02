package dev.tagdrift.report;

import dev.tagdrift.explain.Cause;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.report.Message.Fact;
import dev.tagdrift.source.Location;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Tags that went the same way: when a system has a new release, or a library is mended, nearly every image moves on one
 * day, for one reason.
 *
 * @param parts that are told as one
 */
record Wave(List<Entry> parts) {
    /** How many packages are named: nobody needs all of them to see what it is about. */
    private static final int PACKAGES = 4;

    /** How many libraries are: who looks for the one that a program misses should find it here. */
    private static final int LIBRARIES = 12;

    /** Copies the list. */
    Wave {
        parts = List.copyOf(parts);
    }

    Entry entry() {
        Entry first = parts.getFirst();
        return new Entry(
                first.topic(),
                message(first),
                places(),
                parts.stream().flatMap(part -> part.images().stream()).toList(),
                String.join(", ", names()),
                Optional.empty(),
                first.shift(),
                parts);
    }

    private List<Location> places() {
        return parts.stream()
                .flatMap(part -> part.places().stream())
                .distinct()
                .sorted()
                .toList();
    }

    private List<String> names() {
        return parts.stream()
                .flatMap(part -> part.images().stream())
                .map(ImageReference::familiar)
                .toList();
    }

    private Message message(Entry first) {
        List<Fact> facts = new ArrayList<>(List.of(new Fact("images", names())));
        facts(facts);
        since(first).ifPresent(facts::add);
        facts.add(new Fact("at", places().stream().map(Object::toString).toList()));
        Id id = first.message().id();
        return new Message(first.message().kind(), id, "", sentence(first), facts, hints());
    }

    private String sentence(Entry first) {
        String tags = parts.size() + (first.message().id() == Id.PIN_BEHIND ? " pinned tags" : " tags");
        String what = first.shift().orElseThrow().weightiest().iterator().next();
        int gone = shared(Cause.LIBRARIES).size();
        String lost = gone == 0 ? "" : "; " + VerdictWording.gone(gone) + " in all of them";
        return switch (first.cause().orElseThrow()) {
            case OS_RELEASE, MAJOR_VERSION -> tags + " moved " + what + lost;
            case LIBRARIES -> tags + " were built with other packages" + lost;
            case PACKAGES -> tags + " were built with other packages, and share what changed";
            case UNKNOWN, REBUILD -> tags + " were " + what;
            case OTHER_PLATFORMS, UNCHANGED -> tags + " moved, and not for your platforms";
        };
    }

    private void facts(List<Fact> facts) {
        Set<String> gone = shared(Cause.LIBRARIES);
        gone(gone).ifPresent(facts::add);
        List<String> besides = parts.stream()
                .filter(part -> part.changes(Cause.LIBRARIES).size() > gone.size())
                .map(part -> Phrases.name(part.images().getFirst()) + " ("
                        + (part.changes(Cause.LIBRARIES).size() - gone.size()) + ")")
                .toList();
        if (!besides.isEmpty()) {
            facts.add(new Fact("more gone", besides));
        }
        Set<String> packages = shared(Cause.PACKAGES);
        if (parts.getFirst().cause().equals(Optional.of(Cause.PACKAGES))) {
            packages(packages).ifPresent(facts::add);
        } else if (!packages.isEmpty()) {
            facts.add(Fact.of("packages", packages.size() + " changed likewise in all of them"));
        }
    }

    private Optional<Fact> since(Entry first) {
        Optional<String> since = first.shift().orElseThrow().since();
        return since.filter(words -> parts.stream()
                        .allMatch(part -> part.shift().orElseThrow().since().equals(since)))
                .map(words -> Fact.of("since", words));
    }

    /** What is the same in all of them. */
    private Set<String> shared(Cause weight) {
        Set<String> shared = new LinkedHashSet<>(parts.getFirst().changes(weight));
        parts.forEach(part -> shared.retainAll(part.changes(weight)));
        return shared;
    }

    /** The libraries that are gone, if any are. */
    static Optional<Fact> gone(Collection<String> libraries) {
        return list("gone", libraries, LIBRARIES);
    }

    /** The packages that changed, if any did. */
    static Optional<Fact> packages(Collection<String> packages) {
        return list("packages", packages, PACKAGES);
    }

    /** So many of them, and how many there are besides. */
    private static Optional<Fact> list(String label, Collection<String> things, int shown) {
        Stream<String> more = things.size() > shown ? Stream.of((things.size() - shown) + " more") : Stream.empty();
        return things.isEmpty()
                ? Optional.empty()
                : Optional.of(new Fact(
                        label, Stream.concat(things.stream().limit(shown), more).toList()));
    }

    /** Whether one command takes the current images of all of them, if there are several. */
    boolean isOne() {
        List<Optional<String>> commands = parts.stream()
                .map(part -> part.shift().flatMap(Shift::accept))
                .distinct()
                .toList();
        return parts.size() > 1 && commands.size() == 1 && commands.getFirst().isPresent();
    }

    /** What can be done about all of them, where one command does. */
    List<String> hints() {
        List<String> upgrade =
                names().stream().map(name -> "--upgrade-image " + name).toList();
        Shift first = parts.getFirst().shift().orElseThrow();
        LockfilePlace lockfile = first.lockfile();
        String accept = first.accept().orElseThrow();
        return List.of(
                "read a change with " + lockfile.command("explain " + names().getFirst()) + ",",
                "accept all with " + lockfile.command(accept + " " + String.join(" ", upgrade)));
    }
}
