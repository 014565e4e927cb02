package dev.tagdrift.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Keeps OkHttp to one exchange: it would repeat a 408 and a 503 with {@code Retry-After: 0} by itself, so that header is
 * put aside. And looks at the address that is really spoken to, for what must not reach this machine or its link, however
 * its name was resolved before.
 */
final class OneExchange implements Interceptor {
    /** Carries what stood in {@code Retry-After}. */
    static final String RETRY_AFTER = "Tagdrift-Retry-After";

    /** Marks a request that must not reach this machine or its link. */
    record FarOnly() {}

    /** Says that a name leads to this machine or its link. */
    static final class NearAddressException extends IOException {
        private static final long serialVersionUID = 1L;

        NearAddressException(String host) {
            super(host + " leads to this machine or its link");
        }
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        Connection connection = chain.connection();
        if (request.tag(FarOnly.class) != null && connection != null && isNear(connection)) {
            throw new NearAddressException(request.url().host());
        }
        Response response = chain.proceed(request);
        boolean repeated = response.code() == 408 || response.code() == 503;
        if (!repeated) {
            return response;
        }
        String asked = response.header("Retry-After");
        Response.Builder changed = response.newBuilder().header("Retry-After", "1");
        return (asked == null ? changed : changed.header(RETRY_AFTER, asked)).build();
    }

    private static boolean isNear(Connection connection) {
        InetSocketAddress socket = connection.route().socketAddress();
        InetAddress address = socket.getAddress();
        return connection.route().proxy().type() == Proxy.Type.DIRECT && address != null && Hosts.isNear(address);
    }
}
