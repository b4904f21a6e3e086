package org.renkei.simulator;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// Bytes on their way in one direction of one lane, in order, under the transport's own integrity check: what was
/// altered is noticed and never handed over.
final class Stream {
    private byte[] content = new byte[256];
    private int start;
    private int end;
    private int altered = -1;

    void write(byte[] bytes) {
        if (end + bytes.length > content.length) {
            var waiting = end - start;
            var longer = new byte[Math.max(2 * content.length, waiting + bytes.length)];
            System.arraycopy(content, start, longer, 0, waiting);
            altered = altered < 0 ? -1 : altered - start;
            content = longer;
            start = 0;
            end = waiting;
        }
        System.arraycopy(bytes, 0, content, end, bytes.length);
        end += bytes.length;
    }

    int waiting() {
        return end - start;
    }

    void flip(int where) {
        if (waiting() > 0) {
            altered = start + Math.floorMod(where, waiting());
        }
    }

    /// The next bytes; null when one of them was altered, and the connection must end.
    byte @Nullable [] take(int most) {
        var taken = Math.min(most, waiting());
        if (altered >= start && altered < start + taken) {
            return null;
        }
        var bytes = Arrays.copyOfRange(content, start, start + taken);
        start += taken;
        return bytes;
    }

    /// Only so many bytes still arrive.
    void loseAfter(int bytes) {
        end = Math.min(end, start + bytes);
    }
}
