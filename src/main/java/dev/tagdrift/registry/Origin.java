package dev.tagdrift.registry;

import okhttp3.HttpUrl;

/**
 * Who answers at an address: what credentials are held for (RFC 6454).
 *
 * @param scheme http or https
 * @param host name or address
 * @param port also where it is the usual one
 */
record Origin(String scheme, String host, int port) {
    static Origin of(HttpUrl url) {
        return new Origin(url.scheme(), url.host(), url.port());
    }

    /** For people: without what is usual. */
    @Override
    public String toString() {
        return scheme + "://" + (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }
}
