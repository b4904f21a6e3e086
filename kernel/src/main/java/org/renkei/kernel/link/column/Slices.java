package org.renkei.kernel.link.column;

import java.util.Arrays;

/// Parts of one array of bytes, in order.
final class Slices {
    private final byte[] bytes;
    private int[] from;
    private int[] to;
    private int count;

    Slices(byte[] bytes, int expected) {
        this.bytes = bytes;
        this.from = new int[expected];
        this.to = new int[expected];
    }

    void add(int start, int end) {
        if (count == from.length) {
            from = Arrays.copyOf(from, Math.max(16, count * 2));
            to = Arrays.copyOf(to, from.length);
        }
        from[count] = start;
        to[count++] = end;
    }

    int count() {
        return count;
    }

    byte[] bytes() {
        return bytes;
    }

    int from(int index) {
        return from[index];
    }

    int to(int index) {
        return to[index];
    }

    int length(int index) {
        return to[index] - from[index];
    }

    /// Bytes of all together.
    long length() {
        long length = 0;
        for (var i = 0; i < count; i++) {
            length += to[i] - from[i];
        }
        return length;
    }

    int compare(int left, int right) {
        return Arrays.compareUnsigned(bytes, from[left], to[left], bytes, from[right], to[right]);
    }

    boolean is(int index, int start, int end) {
        return Arrays.equals(bytes, from[index], to[index], bytes, start, end);
    }

    /// Those at these places.
    Slices at(int[] places, int howMany) {
        var some = new Slices(bytes, howMany);
        for (var i = 0; i < howMany; i++) {
            some.add(from[places[i]], to[places[i]]);
        }
        return some;
    }
}
