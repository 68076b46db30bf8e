package si.podpora.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The network that a request comes from: who has one address of it usually has the others, too, so limits
 * count by network.
 */
public final class Network {

    private static final int IPV4_BYTES = 3;
    private static final int IPV6_BYTES = 7;

    /** What a proxy passed on is no address: all such are one to the limits. */
    private static final String UNKNOWN = "unknown";

    private Network() {}

    /** The /24 of an IPv4 address, the /56 of an IPv6 address: {@code 192.0.2.0/24}. */
    public static String of(HttpServletRequest request) {
        return of(request.getRemoteAddr());
    }

    /** The address itself. */
    public static String address(HttpServletRequest request) {
        var literal = literal(request.getRemoteAddr());
        return literal == null ? UNKNOWN : literal.getHostAddress();
    }

    static String of(String address) {
        var literal = literal(address);
        if (literal == null) {
            return UNKNOWN;
        }
        var kept = literal instanceof Inet4Address ? IPV4_BYTES : IPV6_BYTES;
        var bytes = literal.getAddress();
        Arrays.fill(bytes, kept, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/" + 8 * kept;
        } catch (UnknownHostException e) {
            throw new IllegalStateException("Four and sixteen bytes are an address.", e);
        }
    }

    private static @Nullable InetAddress literal(String address) {
        var zone = address.indexOf('%');
        try {
            return InetAddress.ofLiteral(zone < 0 ? address : address.substring(0, zone));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
