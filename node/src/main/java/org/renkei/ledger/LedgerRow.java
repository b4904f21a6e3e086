package org.renkei.ledger;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.record.Precedence;

/// An entry as it is kept. Of a blank there is nothing but its leaf hash.
record LedgerRow(
        long position, @Nullable UUID record, String type, byte @Nullable [] bytes, Hash leaf, Precedence lane) {

    static LedgerRow of(Ledgers.Draft draft, long position) {
        var entry = draft.entry().apply(position);
        var bytes = entry.encode();
        return of(entry, bytes, Hash.ofLeaf(bytes), draft.lane());
    }

    /// What a partner gives back.
    static LedgerRow of(LinkEffect.Received one) {
        var entry = one.entry();
        var bytes = one.bytes();
        return entry == null || bytes == null
                ? new LedgerRow(one.position(), null, "blank", null, one.leaf(), Precedence.ROUTINE)
                : of(entry, bytes, one.leaf(), Precedence.ROUTINE);
    }

    private static LedgerRow of(LedgerEntry entry, byte[] bytes, Hash leaf, Precedence lane) {
        var type = switch (entry) {
            case LedgerEntry.Release release -> "release";
            case LedgerEntry.Recall recall -> "recall";
        };
        return new LedgerRow(entry.position(), entry.record(), type, bytes, leaf, lane);
    }

    boolean isRecall() {
        return type.equals("recall");
    }
}
