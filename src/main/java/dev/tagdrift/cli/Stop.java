package dev.tagdrift.cli;

import dev.tagdrift.report.ExitCode;
import dev.tagdrift.report.Message;
import java.util.List;

/** Ends a command before it could do its work: usage, settings or a lockfile that cannot be used. Exit code 2. */
final class Stop extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Message> messages;

    Stop(List<Message> messages) {
        super(messages.toString(), null, false, false);
        this.messages = List.copyOf(messages);
    }

    Stop(Message message) {
        this(List.of(message));
    }

    List<Message> messages() {
        return messages;
    }

    int exitCode() {
        return ExitCode.ERROR;
    }
}
