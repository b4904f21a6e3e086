package org.renkei.federation;

import java.net.InetAddress;
import java.util.HashMap;
import java.util.Map;

/// Handshakes under way at a port: few at once, and of those only some from one address, so that nobody keeps all
/// others out.
final class Handshakes {
    static final int MOST = 32;
    static final int FROM_ONE_ADDRESS = 8;

    private final Map<InetAddress, Integer> byAddress = new HashMap<>();
    private int count;

    /// @return false when there are too many; otherwise [#end] is to follow
    synchronized boolean begin(InetAddress from) {
        if (isFull(from)) {
            return false;
        }
        byAddress.merge(from, 1, Integer::sum);
        count++;
        return true;
    }

    synchronized void end(InetAddress from) {
        var left = byAddress.getOrDefault(from, 0) - 1;
        if (left > 0) {
            byAddress.put(from, left);
        } else {
            byAddress.remove(from);
        }
        count--;
    }

    synchronized boolean isFull(InetAddress from) {
        return count >= MOST || byAddress.getOrDefault(from, 0) >= FROM_ONE_ADDRESS;
    }

    synchronized int count() {
        return count;
    }
}
