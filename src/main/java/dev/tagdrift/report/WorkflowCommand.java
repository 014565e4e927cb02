package dev.tagdrift.report;

/** Writes any text into a command to the runner of GitHub Actions, which ends with its line. */
final class WorkflowCommand {
    private WorkflowCommand() {}

    static String data(String text) {
        return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
    }

    static String property(String text) {
        return data(text).replace(":", "%3A").replace(",", "%2C");
    }
}
