package dev.tagdrift.explain;

import java.util.List;
import java.util.Optional;

/** What can be told about what is in two images. */
public sealed interface Content {
    /**
     * Both are there.
     *
     * @param same whether they are one and the same image
     * @param config how their containers are run, as far as it differs
     * @param layers how much is made anew
     * @param packages what is installed
     */
    record Compared(boolean same, List<ConfigChange> config, LayerChanges layers, PackageComparison packages)
            implements Content {
        /** Copies the list. */
        public Compared {
            config = List.copyOf(config);
        }
    }

    /** The image before is gone: only what is remembered of it can be told. */
    record LockedGone() implements Content {}

    /**
     * One of the two is not for the platform.
     *
     * @param inLocked whether it is the image before that has it
     */
    record NoCommonPlatform(boolean inLocked) implements Content {}

    /** What became of the packages, if it is known. */
    default Optional<PackageChanges> packageChanges() {
        return this instanceof Compared compared ? compared.packages().changes() : Optional.empty();
    }
}
