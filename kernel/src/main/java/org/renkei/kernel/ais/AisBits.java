package org.renkei.kernel.ais;

import java.util.Arrays;
import java.util.Optional;

/// The bits of one message, most significant first, from the armored characters of one or more sentences
/// (ITU-R M.1371-5 annex 8, IEC 61162-1 "six-bit binary conversion").
final class AisBits {
    private static final int SIX = 6;

    private final byte[] groups;
    private final int length;

    private AisBits(byte[] groups, int length) {
        this.groups = groups;
        this.length = length;
    }

    /// @param fill how many bits at the end are only there to fill the last character, 0 to 5
    static AisBits of(String payload, int fill) {
        var groups = new byte[payload.length()];
        for (var i = 0; i < groups.length; i++) {
            groups[i] = (byte) sixBits(payload.charAt(i));
        }
        if (fill < 0 || fill >= SIX || fill > groups.length * SIX) {
            throw Refused.because(AisRefusal.PAYLOAD);
        }
        return new AisBits(groups, groups.length * SIX - fill);
    }

    private static int sixBits(char c) {
        if (c >= '0' && c <= 'W') {
            return c - '0';
        }
        if (c >= '`' && c <= 'w') {
            return c - '`' + 40;
        }
        throw Refused.because(AisRefusal.PAYLOAD);
    }

    int length() {
        return length;
    }

    void need(int bits) {
        if (length < bits) {
            throw Refused.because(AisRefusal.TOO_SHORT);
        }
    }

    void atMost(int bits) {
        if (length > bits) {
            throw Refused.because(AisRefusal.TOO_LONG);
        }
    }

    boolean has(int bits) {
        return length >= bits;
    }

    /// At most 30 bits; what lies beyond the end counts as 0.
    int unsigned(int from, int count) {
        var value = 0L;
        var first = from / SIX;
        var last = (from + count - 1) / SIX;
        for (var i = first; i <= last; i++) {
            value = value << SIX | (i < groups.length ? groups[i] : 0);
        }
        var behind = (last + 1) * SIX - from - count;
        return (int) (value >>> behind & (1L << count) - 1);
    }

    /// Two's complement.
    int signed(int from, int count) {
        var shift = Integer.SIZE - count;
        return unsigned(from, count) << shift >> shift;
    }

    boolean flag(int at) {
        return unsigned(at, 1) == 1;
    }

    /// Six-bit text: it ends at the first `@`, and spaces at its end do not belong to it. Empty when
    /// nothing is left.
    Optional<String> text(int from, int count) {
        var characters = Math.min(count, length - from) / SIX;
        var text = new StringBuilder(Math.max(0, characters));
        for (var i = 0; i < characters; i++) {
            var value = unsigned(from + i * SIX, SIX);
            if (value == 0) {
                break;
            }
            text.append((char) (value < 32 ? value + 64 : value));
        }
        var read = text.toString().stripTrailing();
        return read.isEmpty() ? Optional.empty() : Optional.of(read);
    }

    /// The bits as bytes, the last one filled up with zeros.
    AisBinary binary(int from, int to) {
        var count = Math.max(0, Math.min(to, length) - from);
        var bytes = new byte[(count + 7) / 8];
        for (var i = 0; i < bytes.length; i++) {
            var here = Math.min(8, count - i * 8);
            bytes[i] = (byte) (unsigned(from + i * 8, here) << 8 - here);
        }
        return new AisBinary(count, bytes);
    }

    @Override
    public String toString() {
        return length + " bits " + Arrays.toString(groups);
    }
}
