package dev.tagdrift.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that the build wrote into the jar. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {sentence()};
    }

    /** Whether these arguments ask for no more than this, which then needs no reading of a command line. */
    static boolean isAllAsked(String... arguments) {
        return arguments.length == 1 && (arguments[0].equals("-V") || arguments[0].equals("--version"));
    }

    static String sentence() {
        return "tagdrift " + number();
    }

    static String number() {
        Properties properties = new Properties();
        try (InputStream resource = Version.class.getResourceAsStream("version.properties")) {
            if (resource != null) {
                properties.load(resource);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version", "unknown");
    }
}
