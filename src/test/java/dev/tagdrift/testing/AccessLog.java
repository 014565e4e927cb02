package dev.tagdrift.testing;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The access log of a registry, which has the form of Apache's. */
final class AccessLog {
    private static final Pattern REQUEST = Pattern.compile("\"(?<request>[A-Z]+ /\\S*) HTTP/[0-9.]+\" [0-9]{3} ");

    private AccessLog() {}

    /** Every request, once the log has no more to come: a line is written after the answer is sent. */
    static List<String> settled(Distribution registry) throws IOException, InterruptedException {
        String log = registry.log();
        String before;
        do {
            before = log;
            TimeUnit.MILLISECONDS.sleep(200);
            log = registry.log();
        } while (!log.equals(before));
        return REQUEST.matcher(log)
                .results()
                .map(found -> found.group("request"))
                .toList();
    }
}
