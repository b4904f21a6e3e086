package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.DeliveryFold.Item;
import org.renkei.kernel.acsa.Postings.Rate;
import org.renkei.kernel.acsa.Terms.Condition;
import org.renkei.kernel.acsa.Terms.Settlement;

/// What a statement does to the deliveries of an order: deliver, receipt, and what to do where the two differ.
record DeliveryActs(Telling at, Map<Integer, Rate> rates, Postings postings) {

    void deliver(@Nullable Statement terms, ZoneId zone) {
        at.by(at.sides().supplier());
        var next = at.deliveries().size() + 1;
        at.guard()
                .must(
                        at.number("delivery") == next,
                        "/delivery",
                        "delivery " + next + " is next",
                        "次の引渡しは第 " + next + " 回です");
        at.notLater("deliveredOn", zone);
        var lines = at.said().lines();
        for (var i = 0; i < lines.size(); i++) {
            var rate = rates.get(lines.get(i).line());
            var left = rate == null ? 0 : rate.agreed() - issued(rate.line());
            at.guard()
                    .must(
                            lines.get(i).number("quantity") <= left,
                            "/lines/" + i + "/quantity",
                            "of line " + lines.get(i).line() + " " + left + " are agreed and not yet delivered",
                            lines.get(i).line() + " 行目の合意済み・未引渡しの数量は " + left + " です");
        }
        if (at.guard().passed() && terms != null) {
            at.deliveries().put(next, new DeliveryFold(at.said(), terms.choice("settlement", Settlement.class), rates));
        }
    }

    void receipt(ZoneId zone) {
        at.by(at.sides().requester());
        var delivery = at.delivery();
        if (delivery == null) {
            return;
        }
        at.guard().must(!delivery.isReceipted(), "/delivery", "this delivery is receipted", "この引渡しは受領済みです");
        at.notLater("receivedOn", zone);
        at.guard()
                .must(
                        !at.said().date("receivedOn").isBefore(delivery.deliveredOn),
                        "/receivedOn",
                        "it was delivered on " + delivery.deliveredOn,
                        "引渡しは " + delivery.deliveredOn + " でした");
        var lines = at.said().lines();
        at.guard()
                .must(
                        lines.size() == delivery.items.size(),
                        "/lines",
                        "every line of the delivery needs its quantity: " + delivery.items.keySet(),
                        "引渡しの全ての行に数量が必要です: " + delivery.items.keySet());
        at.forEachItem(
                delivery,
                (where, line, item) -> at.guard()
                        .must(
                                line.number("quantity") <= item.issued,
                                where + "/quantity",
                                item.issued + " were issued: what came beyond needs a delivery of its own",
                                "払出しは " + item.issued + " です。超過分は別の引渡しとして申述してください"));
        if (at.guard().passed()) {
            delivery.receivedOn = at.said().date("receivedOn");
            at.forEachItem(delivery, (where, line, item) -> receive(delivery, line, item));
        }
    }

    /// What differs is in dispute by itself; what agrees is counted and posted.
    private void receive(DeliveryFold delivery, Line line, Item item) {
        var condition = line.choice("condition", Condition.class);
        item.received = line.number("quantity");
        item.condition = Codes.code(condition);
        item.disputed = line.number("quantity") != item.issued || condition != Condition.GOOD;
        if (!item.disputed) {
            count(delivery, item, item.issued, Objects.requireNonNull(delivery.receivedOn));
        }
    }

    void dispute() {
        var delivery = at.receipted();
        if (delivery == null) {
            return;
        }
        at.guard()
                .must(
                        delivery.invoice == null && !delivery.isOffered() && !delivery.isSettled(),
                        "/delivery",
                        "its settlement has begun: correct it instead",
                        "決済が始まっています。訂正（correct）で直してください");
        at.forEachItem(delivery, (where, line, item) -> {});
        if (at.guard().passed()) {
            at.forEachItem(delivery, (where, line, item) -> item.disputed = true);
        }
    }

    /// A quantity counts from the moment that both have said the same.
    ///
    /// @param disputed whether it ends a dispute, or corrects what was counted
    /// @param zone of the place of delivery: what changes is posted on the day that it is there
    void resolve(boolean disputed, ZoneId zone) {
        var delivery = at.receipted();
        if (delivery == null) {
            return;
        }
        at.guard().must(!delivery.isOffered(), "/delivery", "a return waits to be accepted first", "先に返還の引取りを確認してください");
        at.forEachItem(delivery, (where, line, item) -> {
            var quantity = line.number("quantity");
            at.guard()
                    .must(
                            item.disputed == disputed,
                            where + "/line",
                            disputed ? "this line is not in dispute" : "this line is in dispute: resolve it",
                            disputed ? "この行に異議はありません" : "この行は異議の対象です。解決（resolve）で申述してください");
            at.guard()
                    .must(
                            quantity <= item.issued && quantity >= item.returned,
                            where + "/quantity",
                            "between " + item.returned + " (returned) and " + item.issued + " (issued)",
                            item.returned + "（返還済み）から " + item.issued + "（払出し）までです");
            var less = item.rate.value(item.toReturn()) - item.rate.value(Math.max(0, quantity - item.returned));
            at.guard()
                    .must(
                            delivery.due() - less >= delivery.settled,
                            where + "/quantity",
                            "more than that is paid already: the money has to come back first",
                            "既にそれを超えて支払われています。先に返金が必要です");
        });
        if (at.guard().passed()) {
            at.forEachItem(delivery, (where, line, item) -> propose(delivery, line, item, zone));
        }
    }

    private void propose(DeliveryFold delivery, Line line, Item item, ZoneId zone) {
        var quantity = line.number("quantity");
        var other = at.otherSide();
        delivery.proposed.put(at.said().party() + "/" + line.line(), quantity);
        if (Objects.equals(delivery.proposed.get(other + "/" + line.line()), quantity)) {
            item.disputed = false;
            delivery.proposed.remove(at.said().party() + "/" + line.line());
            delivery.proposed.remove(other + "/" + line.line());
            count(delivery, item, quantity, at.said().day(zone));
        }
    }

    /// Posts what is more or less than was counted before: in money where a debt in kind has become one in money.
    private void count(DeliveryFold delivery, Item item, long quantity, LocalDate on) {
        var rate = item.rate;
        var converted = !rate.asset().isMoney() && delivery.settlement == Settlement.REIMBURSEMENT;
        var more = converted
                ? rate.value(quantity - item.returned) - rate.value(item.toReturn())
                : rate.amount(quantity) - rate.amount(item.count());
        var asset = converted ? rate.money() : rate.asset();
        if (more < 0) {
            postings.takeBack(asset, -more, at.said(), on);
        } else if (converted) {
            postings.add(asset, more, at.said(), on);
        } else {
            postings.receive(rate, more, at.said(), on);
        }
        item.counted = quantity;
    }

    private long issued(int line) {
        return at.deliveries().values().stream()
                .map(delivery -> delivery.items.get(line))
                .mapToLong(item -> item == null ? 0 : item.issued)
                .sum();
    }
}
