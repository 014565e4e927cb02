package dev.tagdrift.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tagdrift.drift.Comparison;
import dev.tagdrift.drift.Finding;
import dev.tagdrift.drift.Finding.TagMoved;
import dev.tagdrift.drift.Judge;
import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.OsRelease;
import dev.tagdrift.report.Page.Group;
import dev.tagdrift.report.Page.Item;
import dev.tagdrift.settings.FailOn;
import dev.tagdrift.source.Inventory;
import dev.tagdrift.testing.Locked;
import dev.tagdrift.testing.Resolved;
import dev.tagdrift.testing.Uses;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class LayoutTest {
    /** They are accepted by different commands, of which none may be lost. */
    @Test
    void twoWavesOfOneSentenceAreTwoGroups() {
        Page page = page(
                true,
                Stream.concat(
                                Stream.of("a:1", "b:1", "c:1").map(name -> moved(name, false)),
                                Stream.of("d:1", "e:1", "f:1").map(name -> moved(name, true)))
                        .toList());
        assertThat(page.groups())
                .extracting(Group::title)
                .containsOnly("3 tags moved from debian 12 (bookworm) to debian 13 (trixie)")
                .hasSize(2);
        assertThat(page.groups().stream().flatMap(group -> group.items().stream()))
                .extracting(item -> item.names().getFirst())
                .containsExactlyInAnyOrder("a:1", "b:1", "c:1", "d:1", "e:1", "f:1");
        assertThat(page.groups().stream().flatMap(group -> group.hints().stream()))
                .anyMatch(hint -> hint.contains("lock --upgrade-image a:1 --upgrade-image b:1"))
                .anyMatch(hint -> hint.contains("pin --upgrade-image d:1 --upgrade-image e:1"));
    }

    @Test
    void whatNobodyLookedForIsNotAsLocked() {
        assertThat(page(false, List.of()).groups())
                .singleElement()
                .returns("In step with the lockfile", Group::title)
                .extracting(group -> group.items().getFirst().kind())
                .isEqualTo(Item.IN_STEP);
        assertThat(page(true, List.of()).groups()).extracting(Group::title).containsExactly("As locked");
    }

    /** One image more, of which there is nothing to tell, where nothing else is. */
    private static Page page(boolean online, List<TagMoved> moves) {
        List<Comparison> images = moves.isEmpty()
                ? List.of(compared(Uses.tag("calm:1"), List.of()))
                : moves.stream()
                        .map(move -> compared(move.image(), List.of(move)))
                        .toList();
        return Layout.of(
                new Report(
                        LockfilePlace.usual("lock.json"),
                        true,
                        true,
                        online,
                        new Inventory(List.of(), true, List.of()),
                        images,
                        new Judge(FailOn.DIGEST)),
                "shop",
                20);
    }

    private static Comparison compared(ImageReference image, List<Finding> findings) {
        return new Comparison(
                image,
                List.of(Uses.of("calm:1")),
                Optional.of(Locked.of(Resolved.index("a"))),
                Optional.empty(),
                findings,
                List.of());
    }

    private static TagMoved moved(String name, boolean alsoPinned) {
        return new TagMoved(
                Uses.tag(name),
                List.of(Uses.of(name)),
                alsoPinned,
                Locked.of(Resolved.index("a")),
                Resolved.index("b").descriptor(),
                Optional.empty(),
                OsRelease.parse("debian 13 (trixie)"),
                Optional.empty());
    }
}
