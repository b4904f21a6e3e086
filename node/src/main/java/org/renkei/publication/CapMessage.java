package org.renkei.publication;

import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// One message of the Common Alerting Protocol (OASIS CAP 1.2) that was given out, without its words.
///
/// @param number of those of its record, from 1
/// @param status `Actual`, `Exercise` or `Test`
/// @param sent whole seconds
/// @param until when what it says ends by itself; null where it goes on until it is taken back
/// @param digest of what it said
record CapMessage(
        UUID record,
        int number,
        Type type,
        String status,
        Instant sent,
        @Nullable Instant until,
        Hash digest) {

    /// The `msgType` of CAP.
    enum Type {
        ALERT("Alert"),
        UPDATE("Update"),
        CANCEL("Cancel");

        private final String word;

        Type(String word) {
            this.word = word;
        }

        String word() {
            return word;
        }

        String text() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// Unique for all time, and without a sign that CAP or an address forbids.
    ///
    /// @param sender of this node
    String identifier(String sender) {
        return sender + "-" + record + "-" + number;
    }

    boolean isCancel() {
        return type == Type.CANCEL;
    }

    boolean isOver(Instant now) {
        return until != null && !until.isAfter(now);
    }
}
