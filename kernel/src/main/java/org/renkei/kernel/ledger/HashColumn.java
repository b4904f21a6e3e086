package org.renkei.kernel.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A growing sequence of hashes, 32 bytes each and nothing besides, in blocks of 4,096.
final class HashColumn {
    private static final int BLOCK = 4096;
    private static final int FIRST_BLOCK = 16;

    private final List<byte[]> blocks = new ArrayList<>();
    private long size;

    long size() {
        return size;
    }

    Hash get(long index) {
        if (index < 0 || index >= size) {
            throw new IndexOutOfBoundsException("hash " + index + " of " + size);
        }
        return Hash.readAt(blocks.get((int) (index / BLOCK)), (int) (index % BLOCK) * Hash.LENGTH);
    }

    void add(Hash hash) {
        int offset = (int) (size % BLOCK) * Hash.LENGTH;
        if (offset == 0) {
            blocks.add(new byte[(size == 0 ? FIRST_BLOCK : BLOCK) * Hash.LENGTH]);
        }
        int last = blocks.size() - 1;
        if (offset == blocks.get(last).length) {
            blocks.set(last, Arrays.copyOf(blocks.get(last), offset * 2));
        }
        hash.writeAt(blocks.get(last), offset);
        size++;
    }
}
