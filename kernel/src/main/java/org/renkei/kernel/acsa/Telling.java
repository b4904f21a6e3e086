package org.renkei.kernel.acsa;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.DeliveryFold.Item;
import org.renkei.kernel.acsa.Terms.Settlement;

/// A statement about deliveries where its turn comes: who may say it, and what it names.
record Telling(Statement said, Sides sides, Guard guard, Map<Integer, DeliveryFold> deliveries) {

    void by(String party) {
        guard.must(said.party().equals(party), "/act", party + " says that", "これを申述するのは " + party + " です");
    }

    void notLater(String field, ZoneId zone) {
        guard.must(
                !said.date(field).isAfter(said.day(zone)),
                "/" + field,
                "a day to come: it is " + said.day(zone) + " at the place of delivery",
                "未来の日付です。引渡し地の今日は " + said.day(zone) + " です");
    }

    String otherSide() {
        return said.party().equals(sides.supplier()) ? sides.requester() : sides.supplier();
    }

    long number(String field) {
        return said.number(field);
    }

    void agreedCurrency(String currency) {
        guard.must(
                said.text("currency").equals(currency),
                "/currency",
                "agreed was " + currency,
                "合意した通貨は " + currency + " です");
    }

    void atMost(long outstanding) {
        guard.must(
                number("amount") <= outstanding,
                "/amount",
                outstanding + " are outstanding",
                "未決済の額は " + outstanding + " です");
    }

    /// The delivery when something is owed for it in this form.
    @Nullable
    DeliveryFold owed(Settlement as) {
        var delivery = receipted();
        if (delivery != null) {
            guard.must(
                    delivery.settlement == as,
                    "/delivery",
                    "this delivery is settled by " + Codes.code(delivery.settlement),
                    "この引渡しの決済方法は " + Codes.code(delivery.settlement) + " です");
            guard.must(
                    !delivery.isDisputed(), "/delivery", "a line is in dispute: resolve it first", "異議のある行を先に解決してください");
            guard.must(!delivery.isSettled(), "/delivery", "this delivery is settled", "この引渡しは決済済みです");
        }
        return delivery;
    }

    @Nullable
    DeliveryFold delivery() {
        var delivery = deliveries.get((int) said.number("delivery"));
        guard.must(delivery != null, "/delivery", "there is no such delivery", "その引渡しはありません");
        return delivery;
    }

    @Nullable
    DeliveryFold receipted() {
        var delivery = delivery();
        if (delivery != null) {
            guard.must(delivery.isReceipted(), "/delivery", "it is not receipted yet", "まだ受領されていません");
        }
        return delivery;
    }

    interface EachItem {
        void accept(String at, Line line, Item item);
    }

    void forEachItem(DeliveryFold delivery, EachItem each) {
        var lines = said.lines();
        for (var i = 0; i < lines.size(); i++) {
            var item = delivery.items.get(lines.get(i).line());
            var at = "/lines/" + i;
            if (item == null) {
                guard.must(
                        false,
                        at + "/line",
                        "line " + lines.get(i).line() + " is not part of this delivery",
                        lines.get(i).line() + " 行目はこの引渡しにありません");
            } else {
                each.accept(at, lines.get(i), item);
            }
        }
    }
}
