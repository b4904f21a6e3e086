package org.renkei.publication;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How often each address has asked in the last seconds, so that no one address keeps the node busy.
/// Counted in windows of ten seconds; nothing of it is kept.
@Component
public class Crowd {
    public static final int WINDOW_SECONDS = 10;

    static final int MOST = 120;

    /// Beyond so many addresses in one window the rest is counted as one.
    private static final int MOST_ADDRESSES = 50_000;

    private static final int IPV6_NETWORK_BYTES = 8;

    private final Clock clock;
    private final Map<String, Integer> counts = new HashMap<>();
    private long window;

    Crowd(Clock clock) {
        this.clock = clock;
    }

    /// Whether this address may ask once more. Addresses of one IPv6 network (64 bits) count as one.
    public synchronized boolean admits(String address) {
        var now = clock.instant().getEpochSecond() / WINDOW_SECONDS;
        if (now != window) {
            window = now;
            counts.clear();
        }
        var network = network(address);
        var counted = counts.containsKey(network) || counts.size() < MOST_ADDRESSES ? network : "others";
        return counts.merge(counted, 1, Integer::sum) <= MOST;
    }

    private static String network(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), IPV6_NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
