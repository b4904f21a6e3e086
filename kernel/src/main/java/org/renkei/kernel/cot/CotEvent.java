package org.renkei.kernel.cot;

/// One event: what, where and when, and for how long that counts.
///
/// @param uid of the thing, at most 256 characters, never blank
/// @param type a path such as `a-f-S-C`; [CotType] reads it
/// @param how it became known, such as `m-g` for a machine with GPS; empty where it is not said
/// @param time epoch milliseconds, when the event was made
/// @param start epoch milliseconds, from when it counts
/// @param stale epoch milliseconds, until when
public record CotEvent(
        String uid, String type, String how, long time, long start, long stale, CotPoint point, CotDetail detail) {
    /// The last millisecond of the year 9999.
    static final long LAST = 253_402_300_799_999L;

    private static final int LONGEST_UID = 256;
    private static final int LONGEST_WORD = 64;

    public CotEvent {
        if (!isUid(uid) || !isWord(type) || !how.isEmpty() && !isWord(how)) {
            throw new IllegalArgumentException("not an event: " + uid + " " + type + " " + how);
        }
        if (!isTime(time) || !isTime(start) || !isTime(stale)) {
            throw new IllegalArgumentException("not times of an event: " + time + " " + start + " " + stale);
        }
    }

    static boolean isUid(String text) {
        return !text.isBlank() && text.length() <= LONGEST_UID;
    }

    /// A path of letters, digits and few signs.
    static boolean isWord(String text) {
        if (text.isEmpty() || text.length() > LONGEST_WORD) {
            return false;
        }
        for (var i = 0; i < text.length(); i++) {
            var c = text.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "-._*".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }

    static boolean isTime(long millis) {
        return millis >= 0 && millis <= LAST;
    }
}
