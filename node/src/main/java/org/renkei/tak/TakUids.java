package org.renkei.tak;

import java.util.LinkedHashMap;

/// Which account reports which thing: nobody else moves it as long as that account does.
final class TakUids {
    private static final long HELD_MILLIS = 3_600_000;
    private static final int MOST = 100_000;

    private final LinkedHashMap<String, Holder> holders = new LinkedHashMap<>(16, 0.75f, true);

    private record Holder(String account, long at) {}

    /// Whether the account may report the thing.
    synchronized boolean take(String uid, String account, long now) {
        var holder = holders.get(uid);
        if (holder != null && !holder.account.equals(account) && now - holder.at < HELD_MILLIS) {
            return false;
        }
        holders.put(uid, new Holder(account, now));
        if (holders.size() > MOST) {
            holders.pollFirstEntry();
        }
        return true;
    }
}
