package org.renkei.kernel.link.column;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Numbers the different slices of an array in the order they are first met, from 0.
final class SliceIndex {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SPREAD = 0x9E37_79B9_7F4A_7C15L;

    private final Slices distinct;
    private long[] hashes = new long[64];
    /// Numbers plus one; zero is free.
    private int[] slots = new int[128];

    SliceIndex(byte[] bytes) {
        distinct = new Slices(bytes, 64);
    }

    /// The different ones by number.
    Slices distinct() {
        return distinct;
    }

    int number(int from, int to) {
        var bytes = distinct.bytes();
        var hash = hash(bytes, from, to);
        var slot = (int) (hash >>> 32) & slots.length - 1;
        for (; slots[slot] != 0; slot = slot + 1 & slots.length - 1) {
            var number = slots[slot] - 1;
            if (hashes[number] == hash
                    && Arrays.equals(bytes, from, to, bytes, distinct.from(number), distinct.to(number))) {
                return number;
            }
        }
        return add(from, to, hash, slot);
    }

    private int add(int from, int to, long hash, int slot) {
        var number = distinct.count();
        distinct.add(from, to);
        if (number == hashes.length) {
            hashes = Arrays.copyOf(hashes, number * 2);
        }
        hashes[number] = hash;
        slots[slot] = number + 1;
        if (number * 2 > slots.length) {
            grow();
        }
        return number;
    }

    private void grow() {
        slots = new int[slots.length * 4];
        for (var number = 0; number < distinct.count(); number++) {
            var slot = (int) (hashes[number] >>> 32) & slots.length - 1;
            while (slots[slot] != 0) {
                slot = slot + 1 & slots.length - 1;
            }
            slots[slot] = number + 1;
        }
    }

    private static long hash(byte[] bytes, int from, int to) {
        long hash = to - from;
        var at = from;
        for (; at + Long.BYTES <= to; at += Long.BYTES) {
            hash = mix(hash ^ (long) LONG.get(bytes, at));
        }
        long tail = 0;
        for (; at < to; at++) {
            tail = tail << Byte.SIZE | bytes[at] & 0xff;
        }
        return mix(hash ^ tail);
    }

    private static long mix(long bits) {
        var product = bits * SPREAD;
        return product ^ product >>> 29;
    }
}
