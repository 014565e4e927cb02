package dev.tagdrift.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;

/**
 * The hosts that NO_PROXY names: a name stands for itself and what is below it, with a leading dot only for what is below
 * it, an address for itself, and a range such as {@code 10.0.0.0/8} for the addresses in it. A port narrows it; {@code *}
 * is everything. As in Go's httpproxy, which docker uses.
 *
 * @param entries as written
 */
record NoProxy(List<String> entries) {
    private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|[0-9a-fA-F.]*:[0-9a-fA-F:.]+");
    private static final Pattern PORT = Pattern.compile("(?<host>[^:\\[\\]]+|\\[[^\\]]+\\]):(?<port>\\d+)");

    static NoProxy of(String value) {
        return new NoProxy(Arrays.stream(value.toLowerCase(Locale.ROOT).split("[,\\s]+", -1))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean matches(HttpUrl url) {
        return entries.stream().anyMatch(entry -> matches(entry, url));
    }

    private static boolean matches(String entry, HttpUrl url) {
        var port = PORT.matcher(entry);
        String host = port.matches() ? port.group("host") : entry;
        boolean rightPort = !port.matches() || Integer.toString(url.port()).equals(port.group("port"));
        return rightPort && (host.equals("*") || inRange(host, url.host()) || below(host, url.host()));
    }

    private static boolean below(String entry, String host) {
        String name = entry.startsWith("*.") ? entry.substring(1) : entry.replaceAll("[\\[\\]]", "");
        return name.startsWith(".") ? host.endsWith(name) : host.equals(name) || host.endsWith("." + name);
    }

    private static boolean inRange(String entry, String host) {
        int slash = entry.indexOf('/');
        if (slash < 0) {
            return false;
        }
        Optional<byte[]> network = address(entry.substring(0, slash));
        Optional<byte[]> address = address(host);
        String bits = entry.substring(slash + 1);
        return bits.matches("\\d{1,3}")
                && network.isPresent()
                && address.isPresent()
                && sharePrefix(network.get(), address.get(), Integer.parseInt(bits));
    }

    private static boolean sharePrefix(byte[] network, byte[] address, int bits) {
        if (network.length != address.length || bits > network.length * 8) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((network[bit / 8] & mask) != (address[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }

    /** Only what is written as an address: no name is looked up for this. */
    private static Optional<byte[]> address(String text) {
        try {
            return ADDRESS.matcher(text).matches()
                    ? Optional.of(InetAddress.getByName(text).getAddress())
                    : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
