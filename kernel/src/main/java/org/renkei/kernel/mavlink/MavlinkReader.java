package org.renkei.kernel.mavlink;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Finds and reads the frames in the bytes of one datagram, and remembers of each sender its last number
/// and, where
/// frames are signed, its time. It never throws because of what the bytes hold. Not thread safe.
public final class MavlinkReader {
    private static final int START = 0xfd;
    private static final int START_OF_VERSION_1 = 0xfe;
    private static final int HEADER = 10;
    private static final int CHECKSUM = 2;
    private static final int SIGNED = 1;
    private static final int NUMBERS = 256;
    /// More than this and the sender began anew.
    private static final int MOST_LOST = 128;

    private final @Nullable MavlinkSigning signing;
    private final boolean signedOnly;
    private final Map<Integer, Integer> numbers = new HashMap<>();

    /// Reads frames whether they are signed or not, and checks no signature.
    public MavlinkReader() {
        this.signing = null;
        this.signedOnly = false;
    }

    /// @param key 32 bytes; a signature that is there has to hold
    /// @param signedOnly whether what is not signed is refused
    public MavlinkReader(byte[] key, boolean signedOnly) {
        this.signing = new MavlinkSigning(key);
        this.signedOnly = signedOnly;
    }

    /// @param now epoch milliseconds
    public void read(byte[] bytes, long now, Consumer<MavlinkHeard> to) {
        var frames = frames(bytes);
        var at = 0;
        var garbage = 0;
        while (at < bytes.length) {
            var start = bytes[at] & 0xff;
            if (start != START && start != START_OF_VERSION_1) {
                at++;
                continue;
            }
            var length = start == START ? length(bytes, at) : lengthOfVersion1(bytes, at);
            // What does not hold may be no frame at all: one that holds may begin within it.
            var next = frames.get(at) ? -1 : frames.nextSetBit(at + 1);
            if (next >= 0 && next < at + length) {
                at = next;
                continue;
            }
            if (at > garbage) {
                to.accept(new MavlinkHeard.Refused(MavlinkRefusal.GARBAGE, garbage, at));
            }
            to.accept(
                    start == START
                            ? frame(bytes, at, now)
                            : new MavlinkHeard.Refused(
                                    MavlinkRefusal.VERSION_1, at, Math.min(at + length, bytes.length)));
            at = Math.min(at + length, bytes.length);
            garbage = at;
        }
        if (bytes.length > garbage) {
            to.accept(new MavlinkHeard.Refused(MavlinkRefusal.GARBAGE, garbage, bytes.length));
        }
    }

    /// Where a frame begins whose checksum holds.
    private static BitSet frames(byte[] bytes) {
        var frames = new BitSet(bytes.length);
        for (var at = 0; at < bytes.length; at++) {
            if ((bytes[at] & 0xff) == START && isWhole(bytes, at) && hasRightChecksum(bytes, at)) {
                frames.set(at);
            }
        }
        return frames;
    }

    private static int length(byte[] bytes, int at) {
        if (at + 2 >= bytes.length) {
            return bytes.length - at;
        }
        var signature = (bytes[at + 2] & SIGNED) != 0 ? MavlinkSigning.LENGTH : 0;
        return HEADER + (bytes[at + 1] & 0xff) + CHECKSUM + signature;
    }

    private static int lengthOfVersion1(byte[] bytes, int at) {
        return at + 1 < bytes.length ? 8 + (bytes[at + 1] & 0xff) : 1;
    }

    private static boolean isWhole(byte[] bytes, int at) {
        return at + HEADER + CHECKSUM <= bytes.length && at + length(bytes, at) <= bytes.length;
    }

    private MavlinkHeard frame(byte[] bytes, int at, long now) {
        var end = Math.min(at + length(bytes, at), bytes.length);
        if (!isWhole(bytes, at)) {
            return new MavlinkHeard.Refused(MavlinkRefusal.TOO_SHORT, at, end);
        }
        if ((bytes[at + 2] & ~SIGNED) != 0) {
            return new MavlinkHeard.Refused(MavlinkRefusal.FLAGS, at, end);
        }
        var frame = cut(bytes, at);
        if (MavlinkMessages.extra(frame.message()).isPresent() && !hasRightChecksum(bytes, at)) {
            return new MavlinkHeard.Refused(MavlinkRefusal.WRONG_CHECKSUM, at, end);
        }
        var refusal = signature(bytes, at, now);
        if (refusal.isPresent()) {
            return new MavlinkHeard.Refused(refusal.get(), at, end);
        }
        var signed = signing != null && (bytes[at + 2] & SIGNED) != 0;
        var lost = lost(frame);
        return MavlinkMessages.read(frame)
                .<MavlinkHeard>map(
                        message -> new MavlinkHeard.Said(frame.system(), frame.component(), message, lost, signed))
                .orElseGet(() -> new MavlinkHeard.Refused(MavlinkRefusal.VALUE, at, end));
    }

    private Optional<MavlinkRefusal> signature(byte[] bytes, int at, long now) {
        if (signing == null) {
            return Optional.empty();
        }
        if ((bytes[at + 2] & SIGNED) == 0) {
            return signedOnly ? Optional.of(MavlinkRefusal.UNSIGNED) : Optional.empty();
        }
        return signing.check(bytes, at, at + HEADER + (bytes[at + 1] & 0xff) + CHECKSUM, now);
    }

    private static MavlinkFrame cut(byte[] bytes, int at) {
        var message = bytes[at + 7] & 0xff | (bytes[at + 8] & 0xff) << 8 | (bytes[at + 9] & 0xff) << 16;
        return new MavlinkFrame(
                bytes[at + 4] & 0xff,
                bytes[at + 5] & 0xff,
                bytes[at + 6] & 0xff,
                message,
                Arrays.copyOfRange(bytes, at + HEADER, at + HEADER + (bytes[at + 1] & 0xff)));
    }

    private int lost(MavlinkFrame frame) {
        var before = numbers.put(frame.system() << 8 | frame.component(), frame.sequence());
        if (before == null) {
            return 0;
        }
        var missing = Math.floorMod(frame.sequence() - before - 1, NUMBERS);
        return missing > MOST_LOST ? 0 : missing;
    }

    private static boolean hasRightChecksum(byte[] bytes, int at) {
        var message = bytes[at + 7] & 0xff | (bytes[at + 8] & 0xff) << 8 | (bytes[at + 9] & 0xff) << 16;
        var extra = MavlinkMessages.extra(message);
        var end = at + HEADER + (bytes[at + 1] & 0xff);
        if (extra.isEmpty()) {
            return false;
        }
        var said = bytes[end] & 0xff | (bytes[end + 1] & 0xff) << 8;
        return said == checksum(bytes, at + 1, end, extra.get());
    }

    /// CRC-16/MCRF4XX over the frame without its start, and the extra byte of the message.
    static int checksum(byte[] bytes, int from, int to, int extra) {
        var crc = 0xffff;
        for (var i = from; i < to; i++) {
            crc = checksum(crc, bytes[i] & 0xff);
        }
        return checksum(crc, extra);
    }

    private static int checksum(int crc, int value) {
        var mixed = (value ^ crc) & 0xff;
        mixed = (mixed ^ mixed << 4) & 0xff;
        return (crc >> 8 ^ mixed << 8 ^ mixed << 3 ^ mixed >> 4) & 0xffff;
    }
}
