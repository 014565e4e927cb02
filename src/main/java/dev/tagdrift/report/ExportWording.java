package dev.tagdrift.report;

import static dev.tagdrift.report.Phrases.code;
import static dev.tagdrift.report.Phrases.count;

import dev.tagdrift.enforce.Contexts.Reason;
import java.util.ArrayList;
import java.util.List;

/** The words for what an export cannot hold. */
final class ExportWording {
    private final ExportReport report;

    ExportWording(ExportReport report) {
        this.report = report;
    }

    List<Message> messages() {
        if (!report.locked()) {
            return List.of(CheckWording.noLockfile(report.lockfile()));
        }
        List<Message> messages = new ArrayList<>();
        FindingWording findings = new FindingWording(report.lockfile());
        report.unknown().stream().map(findings::message).forEach(messages::add);
        report.inventory().problems().stream().map(ProblemWording::message).forEach(messages::add);
        report.left().forEach((name, reason) -> messages.add(left(name, reason)));
        return messages;
    }

    private Message left(String name, Reason reason) {
        return new Message(
                Kind.ERROR,
                Id.NOT_EXPORTED,
                "",
                code(name) + " is not exported: "
                        + switch (reason) {
                            case STAGE -> "a stage has that name, and all of it would be replaced";
                            case SEVERAL_IMAGES -> "it means several images";
                            case NOT_ONE_WORD -> "a shell would not take it as one word";
                        },
                List.of(),
                List.of(
                        reason == Reason.STAGE
                                ? "give the stage another name, or enforce the digest with "
                                        + report.lockfile().command("pin")
                                : "enforce the digests with "
                                        + report.lockfile().command("export buildkit-policy")));
    }

    String summary() {
        List<String> parts = new ArrayList<>();
        parts.add(count(report.images(), "image") + " exported");
        if (!report.left().isEmpty()) {
            parts.add(count(report.left().size(), "name") + " not exported");
        }
        if (!report.unknown().isEmpty()) {
            parts.add(report.unknown().size() + " not locked");
        }
        Wording.unread(report.inventory()).ifPresent(parts::add);
        return String.join(", ", parts);
    }
}
