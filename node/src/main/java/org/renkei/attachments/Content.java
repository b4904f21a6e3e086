package org.renkei.attachments;

import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.Hash;

/// A content as it stands here: how much of it there is, from the beginning on.
///
/// @param source the node it comes from
/// @param lacking why the source did not give it, when it was asked last
record Content(
        String source,
        Hash digest,
        long size,
        long held,
        State state,
        String type,
        boolean preview,
        @Nullable Hash previewDigest,
        @Nullable String lacking) {

    enum State {
        /// Whole and verified.
        HERE("here"),
        /// To be fetched as soon as the source can be reached.
        WANTED("wanted"),
        /// Listed by a record; nobody has asked for it.
        OFFERED("offered"),
        /// Larger than one of the two nodes allows.
        TOO_LARGE("too-large"),
        /// What came was not what the record names; nothing of it was kept.
        DAMAGED("damaged");

        private final String code;

        State(String code) {
            this.code = code;
        }

        String code() {
            return code;
        }

        static State of(String code) {
            for (var state : values()) {
                if (state.code.equals(code)) {
                    return state;
                }
            }
            throw new IllegalArgumentException(code);
        }
    }
}
