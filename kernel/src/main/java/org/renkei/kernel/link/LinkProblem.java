package org.renkei.kernel.link;

/// Why a session ended. Codes are stable: they travel and stand in the link's state on both sides.
public enum LinkProblem {
    /// This side was asked to stop.
    STOPPED("stopped", false),
    /// The connection broke or fell silent.
    LOST("lost", false),
    /// The node at the other end is not the one expected.
    WRONG_NODE("wrong-node", true),
    /// No version of the session in common.
    NO_COMMON_VERSION("no-common-version", true),
    /// The bytes are no session.
    MALFORMED("malformed", true),
    /// A checkpoint's signatures or root do not fit the entries.
    CHECKPOINT_WRONG("checkpoint-wrong", true),
    /// The partner's copy of our ledger, or our copy of the partner's, differs: one of them has two histories.
    FORK("fork", true),
    /// The partner holds more of our ledger than we do: this node was restored from an older state.
    BEHIND("behind", true),
    /// The entries could not be stored durably; the partner keeps them and tries again later.
    NOT_STORED("not-stored", false),
    /// Somebody on the way by others does not take our parcels.
    NOT_CARRIED("not-carried", true),
    /// One side has new keys, and the other cannot be told of it within a session: the card is
    /// exchanged by hand.
    NEW_KEYS("new-keys", true),
    /// What one side says about its new keys cannot be relied on.
    KEYS_REFUSED("keys-refused", true),
    /// The side that closes has revoked the card of the other one.
    CARD_REVOKED("card-revoked", true),
    /// The side that closes has given up its own keys because somebody else may have them.
    KEYS_WITHDRAWN("keys-withdrawn", true),
    /// The ledger of the side that closes was changed after it was written: it signs and sends nothing of it.
    LEDGER_CHANGED("ledger-changed", true);

    private final String code;
    private final boolean refusal;

    LinkProblem(String code, boolean refusal) {
        this.code = code;
        this.refusal = refusal;
    }

    public String code() {
        return code;
    }

    /// True when trying again without a person's help will not mend it.
    public boolean isRefusal() {
        return refusal;
    }

    /// Unknown codes of a newer partner count as a lost connection.
    public static LinkProblem parse(String code) {
        for (var problem : values()) {
            if (problem.code.equals(code)) {
                return problem;
            }
        }
        return LOST;
    }
}
