package dev.tagdrift.cli;

import dev.tagdrift.report.UsageWording;
import java.util.Optional;
import java.util.Set;

/**
 * A value of {@code --output}, in its two parts.
 *
 * @param written as a whole
 * @param format what stands before the {@code =} of {@code FORMAT=FILE}, which may be nothing
 * @param file which may be nothing too
 */
record OutputOption(String written, Optional<String> format, String file) {
    /** An {@code =} behind a word that is no format belongs to the name of the file. */
    static OutputOption of(String written) throws Stop {
        if (written.equals("-") || written.endsWith("=-")) {
            throw new Stop(UsageWording.noFile(written));
        }
        int equals = written.indexOf('=');
        return equals == 0
                        || (equals > 0
                                && Format.named(written.substring(0, equals)).isPresent())
                ? new OutputOption(written, Optional.of(written.substring(0, equals)), written.substring(equals + 1))
                : new OutputOption(written, Optional.empty(), written);
    }

    /** The format that is named, or that the suffix tells: one of these. */
    Format formatOf(Set<Format> formats) throws Stop {
        String named = format.orElse("");
        if (named.isEmpty() && file.isEmpty()) {
            throw new Stop(UsageWording.missingFile(written, "found.json"));
        }
        Optional<Format> told = Format.ofFile(file);
        if (named.isEmpty() && format.isPresent()) {
            throw new Stop(UsageWording.missingFormat(written, told.orElse(Format.JSON) + "=" + file));
        }
        Format chosen =
                Format.named(named).or(() -> told).orElseThrow(() -> new Stop(UsageWording.unknownFormat(written)));
        if (!formats.contains(chosen)) {
            throw new Stop(UsageWording.formatNotHere(chosen.toString(), formats));
        }
        if (file.isEmpty()) {
            throw new Stop(UsageWording.missingFile(written, written + "found"));
        }
        return chosen;
    }

    /** The file of what has one form alone. */
    String fileAlone() throws Stop {
        if (file.isEmpty()) {
            throw new Stop(UsageWording.missingFile(written, "exported"));
        }
        if (format.isPresent()) {
            throw new Stop(UsageWording.oneForm(written, file));
        }
        return file;
    }
}
