package dev.tagdrift.cli;

import dev.tagdrift.image.ImageReference;
import dev.tagdrift.image.ImageReference.Tagged;
import dev.tagdrift.image.InvalidReferenceException;
import dev.tagdrift.lockfile.Upgrade;
import dev.tagdrift.report.Message;
import dev.tagdrift.report.UsageWording;
import dev.tagdrift.settings.NearMatch;
import dev.tagdrift.source.ImageUses;
import dev.tagdrift.source.Inventory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Reads which locked digests may move from the command line, and refuses what could not have been meant. */
final class UpgradeChoice {
    private static final int SUGGESTIONS = 3;

    private UpgradeChoice() {}

    static Upgrade of(boolean all, List<String> images, Workspace workspace) throws Stop {
        if (all && !images.isEmpty()) {
            throw new Stop(UsageWording.eitherUpgrade());
        }
        Inventory inventory = workspace.inventory();
        Map<Tagged, ImageUses> byName = ImageUses.byName(inventory.uses());
        Set<Tagged> names = new TreeSet<>();
        List<Message> complaints = new ArrayList<>();
        for (String image : images) {
            try {
                if (ImageReference.parse(image) instanceof Tagged name && byName.containsKey(name)) {
                    names.add(name);
                } else {
                    complaints.add(UsageWording.unknownImage(image, inventory.whole(), near(image, byName.keySet())));
                }
            } catch (InvalidReferenceException e) {
                complaints.add(UsageWording.badImage(e));
            }
        }
        byName.values().stream()
                .filter(uses -> names.contains(uses.name()) && uses.onlyPin().isPresent())
                .map(uses -> UsageWording.pinnedImage(uses.name(), workspace.lockfile()))
                .forEach(complaints::add);
        if (!complaints.isEmpty()) {
            throw new Stop(complaints);
        }
        if (all) {
            return new Upgrade.Everything();
        }
        return names.isEmpty() ? new Upgrade.Nothing() : new Upgrade.Only(names);
    }

    /** As the command line says it. */
    static String words(boolean all, List<String> images) {
        return all
                ? "--upgrade"
                : images.stream().map(image -> "--upgrade-image " + image).collect(Collectors.joining(" "));
    }

    private static List<String> near(String wrong, Set<Tagged> known) {
        return NearMatch.nearest(wrong, known.stream().map(Tagged::familiar).toList(), SUGGESTIONS);
    }
}
