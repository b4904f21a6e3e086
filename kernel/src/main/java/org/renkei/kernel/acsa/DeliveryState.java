package org.renkei.kernel.acsa;

/// How one delivery stands; each has clocks of its own.
public enum DeliveryState {
    DELIVERED("受領待ち"),
    DISPUTED("異議あり"),
    /// Receipted; the claim notice is due.
    RECEIPTED("請求通知待ち"),
    CLAIM_NOTIFIED("請求書待ち"),
    INVOICED("支払待ち"),
    RETURN_DUE("返還待ち"),
    EXCHANGE_DUE("交換待ち"),
    /// Returned or exchanged, and not yet accepted.
    OFFERED("引取り確認待ち"),
    SETTLED("決済済み");

    private final String japanese;

    DeliveryState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public String code() {
        return Codes.code(this);
    }
}
