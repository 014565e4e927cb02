package dev.tagdrift.registry;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.regex.Pattern;
import okhttp3.Dns;
import okhttp3.HttpUrl;

/** Tells hosts of this machine from those of others. */
final class Hosts {
    private static final Pattern LOOPBACK = Pattern.compile("localhost|127(?:\\.\\d{1,3}){3}|::1");

    private final Dns dns;

    Hosts(Dns dns) {
        this.dns = dns;
    }

    /** Whether the host is written as loopback; no name is looked up for this. */
    static boolean isLoopback(HttpUrl url) {
        return LOOPBACK.matcher(url.host()).matches();
    }

    /** Whether the host is this machine or its link, also where a public name points there. */
    boolean isNear(HttpUrl url) {
        return isLoopback(url) || addresses(url.host()).stream().anyMatch(Hosts::isNear);
    }

    static boolean isNear(InetAddress address) {
        return address.isLoopbackAddress() || address.isLinkLocalAddress() || address.isAnyLocalAddress();
    }

    /** A name that is not known here may be known to a proxy, and is then far. */
    private List<InetAddress> addresses(String host) {
        try {
            return dns.lookup(host);
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
