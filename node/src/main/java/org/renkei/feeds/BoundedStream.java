package org.renkei.feeds;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.LongSupplier;

/// Stops with our reason when more is unpacked than the limits allow.
final class BoundedStream extends FilterInputStream {
    private static final int FREE_OF_RATIO = 1 << 20;

    private final Budget budget;
    private final LongSupplier packedBytes;
    private long unpacked;

    /// What all entries of one file may unpack to together.
    static final class Budget {
        private final FeedLimits limits;
        private long spent;

        Budget(FeedLimits limits) {
            this.limits = limits;
        }
    }

    /// @param packedBytes how much was taken in so far, or is known to be taken in, for what came out
    BoundedStream(InputStream in, Budget budget, LongSupplier packedBytes) {
        super(in);
        this.budget = budget;
        this.packedBytes = packedBytes;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        spend(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = super.read(bytes, offset, length);
        spend(Math.max(count, 0));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long skipped = super.skip(count);
        spend(skipped);
        return skipped;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void spend(long count) throws FeedException {
        unpacked += count;
        budget.spent += count;
        if (budget.spent > budget.limits.bytes()) {
            throw new FeedException(FeedProblem.TOO_LARGE, (budget.limits.bytes() >> 20) + " MB");
        }
        if (unpacked > FREE_OF_RATIO && unpacked / budget.limits.ratio() > packedBytes.getAsLong()) {
            throw new FeedException(FeedProblem.TOO_LARGE, budget.limits.ratio() + " : 1");
        }
    }
}
