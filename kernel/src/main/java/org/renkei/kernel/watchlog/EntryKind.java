package org.renkei.kernel.watchlog;

import org.renkei.kernel.cases.Coded;

/// What an entry is about.
public enum EntryKind implements Coded {
    /// Somebody takes the watch where nobody had it.
    OPENED("watch opened", "当直開始"),
    /// Somebody takes the watch from somebody else.
    TAKEN_OVER("watch taken over", "当直引受け"),
    /// Who has the watch gives it up.
    HANDED_OVER("watch handed over", "当直引継ぎ"),
    EVENT("event", "事象"),
    DECISION("decision", "決定"),
    ORDER_RECEIVED("order received", "命令受領"),
    CALL("call", "通話"),
    OTHER("other", "その他"),
    /// Puts right an earlier entry, which stays.
    CORRECTION("correction", "訂正");

    private final String english;
    private final String japanese;

    EntryKind(String english, String japanese) {
        this.english = english;
        this.japanese = japanese;
    }

    public String english() {
        return english;
    }

    public String japanese() {
        return japanese;
    }

    /// Whether it says who has the watch.
    public boolean isOfWatch() {
        return switch (this) {
            case OPENED, TAKEN_OVER, HANDED_OVER -> true;
            case EVENT, DECISION, ORDER_RECEIVED, CALL, OTHER, CORRECTION -> false;
        };
    }
}
