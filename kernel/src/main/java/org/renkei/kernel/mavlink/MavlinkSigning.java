package org.renkei.kernel.mavlink;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Checks signatures of MAVLink 2 (mavlink.io, "Message Signing"): the first 48 bits of SHA-256 over key,
/// frame, link
/// and
/// time. The time of a sender never goes back, and a sender that was not heard yet is at most a minute
/// behind the
/// newest;
/// otherwise somebody plays what was recorded.
final class MavlinkSigning {
    static final int LENGTH = 13;

    private static final int KEY = 32;
    private static final int SIGNATURE = 6;
    private static final long UNITS_A_MILLISECOND = 100;
    /// 2015-01-01, from which times count.
    private static final long EPOCH_MILLIS = 1_420_070_400_000L;
    private static final long MINUTE = 60_000 * UNITS_A_MILLISECOND;
    private static final int MOST_SENDERS = 10_000;

    private final byte[] key;
    private final Map<Integer, Long> newest = new HashMap<>();
    private long newestOfAll;

    MavlinkSigning(byte[] key) {
        if (key.length != KEY) {
            throw new IllegalArgumentException("a signing key has 32 bytes");
        }
        this.key = key.clone();
    }

    /// @param from where the frame begins
    /// @param at where its signature begins
    /// @param now epoch milliseconds: before the first frame, nothing older than a minute is taken
    /// @return why not
    Optional<MavlinkRefusal> check(byte[] bytes, int from, int at, long now) {
        if (!MessageDigest.isEqual(signature(bytes, from, at), Arrays.copyOfRange(bytes, at + 7, at + LENGTH))) {
            return Optional.of(MavlinkRefusal.WRONG_SIGNATURE);
        }
        var time = 0L;
        for (var i = 6; i >= 1; i--) {
            time = time << 8 | bytes[at + i] & 0xff;
        }
        var sender = (bytes[from + 5] & 0xff) << 16 | (bytes[from + 6] & 0xff) << 8 | bytes[at] & 0xff;
        var before = newest.get(sender);
        var least = Math.max(newestOfAll, (now - EPOCH_MILLIS) * UNITS_A_MILLISECOND) - MINUTE;
        if (before == null ? time < least || newest.size() >= MOST_SENDERS : time <= before) {
            return Optional.of(MavlinkRefusal.REPLAYED);
        }
        newest.put(sender, time);
        newestOfAll = Math.max(newestOfAll, time);
        return Optional.empty();
    }

    private byte[] signature(byte[] bytes, int from, int at) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(key);
            digest.update(bytes, from, at + 7 - from);
            return Arrays.copyOf(digest.digest(), SIGNATURE);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
