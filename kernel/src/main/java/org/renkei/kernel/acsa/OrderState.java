package org.renkei.kernel.acsa;

import java.util.Optional;

/// How an order stands, in the order of the trade. There is no draft: what nobody has said is no statement.
public enum OrderState {
    REQUESTED("要請中"),
    COUNTERED("見積提示"),
    AGREED("合意"),
    /// A part is delivered, more is to come.
    DELIVERING("引渡し中"),
    DELIVERED("引渡し済み"),
    DISPUTED("数量・状態に異議あり"),
    RECEIPTED("受領済み"),
    SETTLING("決済中"),
    SETTLED("決済済み"),
    /// Reconciled: both said the same hash.
    CLOSED("締切り"),
    WITHDRAWN("取下げ"),
    REFUSED("拒否"),
    CANCELLED("取消し");

    private final String japanese;

    OrderState(String japanese) {
        this.japanese = japanese;
    }

    public String japanese() {
        return japanese;
    }

    public boolean isOver() {
        return this == CLOSED || this == WITHDRAWN || this == REFUSED || this == CANCELLED;
    }

    public String code() {
        return Codes.code(this);
    }

    public static Optional<OrderState> find(String code) {
        return Codes.find(OrderState.class, code);
    }
}
