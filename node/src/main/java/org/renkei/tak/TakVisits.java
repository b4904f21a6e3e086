package org.renkei.tak;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;

/// How often each certificate tried, and who was turned away last.
final class TakVisits {
    private static final long MINUTE = 60_000;
    private static final int MOST_A_MINUTE = 20;
    private static final int MOST_KNOWN = 10_000;
    private static final int MOST_REFUSED = 20;

    private final LinkedHashMap<String, Tries> tries = new LinkedHashMap<>();
    private final ArrayDeque<Refused> refused = new ArrayDeque<>();

    private record Tries(long minute, int count, boolean noted) {}

    /// Somebody who was turned away.
    ///
    /// @param at epoch milliseconds
    /// @param sha256 of the certificate
    record Refused(long at, String from, String sha256, String reason) {}

    /// Whether the certificate has not come too often within this minute.
    synchronized boolean isWithinRate(String sha256, long now) {
        var before = tries.get(sha256);
        var minute = now / MINUTE;
        var same = before != null && before.minute == minute ? before : new Tries(minute, 0, false);
        tries.put(sha256, new Tries(minute, same.count + 1, same.noted));
        if (tries.size() > MOST_KNOWN) {
            tries.pollFirstEntry();
        }
        return same.count < MOST_A_MINUTE;
    }

    /// @return whether it is the first of this certificate within this minute, which goes into the audit log
    synchronized boolean refused(Refused one) {
        refused.addFirst(one);
        if (refused.size() > MOST_REFUSED) {
            refused.removeLast();
        }
        var known = tries.get(one.sha256());
        if (known == null || known.noted) {
            return false;
        }
        tries.put(one.sha256(), new Tries(known.minute, known.count, true));
        return true;
    }

    /// Newest first.
    synchronized List<Refused> list() {
        return List.copyOf(refused);
    }
}
