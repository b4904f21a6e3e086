package org.renkei.kernel.acsa;

import java.time.ZoneId;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.DeliveryFold.Item;

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
