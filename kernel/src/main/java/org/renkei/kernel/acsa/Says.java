package org.renkei.kernel.acsa;

/// Sentences that several guards say.
final class Says {
    private Says() {}

    static String notIn(OrderState state) {
        return "this side cannot say that while the order is " + state.code();
    }

    static String notInJa(OrderState state) {
        return "オーダーが「" + state.japanese() + "」の間、この側はこれを申述できません";
    }
}
