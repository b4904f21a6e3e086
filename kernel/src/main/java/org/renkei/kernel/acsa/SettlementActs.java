package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Condition;
import org.renkei.kernel.acsa.Terms.Settlement;
import org.renkei.kernel.acsa.Terms.Verdict;

/// What a statement does to the debt of a delivery: claim it, invoice it, pay it, return it, exchange it.
record SettlementActs(Telling at, Postings postings) {

    void claim(ZoneId zone) {
        at.by(at.sides().supplier());
        var delivery = at.owed(Settlement.REIMBURSEMENT);
        if (delivery == null) {
            return;
        }
        at.guard().must(delivery.claimedOn == null, "/delivery", "the claim is notified", "請求通知は済んでいます");
        at.notLater("claimedOn", zone);
        if (at.guard().passed()) {
            delivery.claimedOn = at.said().date("claimedOn");
        }
    }

    /// Order, receipt and invoice have to come to the same.
    void invoice(String currency, ZoneId zone) {
        at.by(at.sides().supplier());
        var delivery = at.owed(Settlement.REIMBURSEMENT);
        if (delivery == null) {
            return;
        }
        at.guard()
                .must(
                        delivery.claimedOn != null,
                        "/delivery",
                        "the claim notice to the revenue officer comes first",
                        "先に歳入担当官への請求通知が必要です");
        at.guard()
                .must(
                        delivery.invoice == null,
                        "/invoice",
                        "this delivery is invoiced: " + delivery.invoice,
                        "この引渡しの請求書は発行済みです: " + delivery.invoice);
        at.guard()
                .must(
                        at.deliveries().values().stream()
                                .noneMatch(one -> at.said().text("invoice").equals(one.invoice)),
                        "/invoice",
                        "an invoice of that number is there",
                        "同じ番号の請求書があります");
        at.agreedCurrency(currency);
        at.guard()
                .must(
                        at.number("amount") == delivery.outstanding(),
                        "/amount",
                        "order and receipt come to " + delivery.outstanding() + ", the invoice to "
                                + at.number("amount"),
                        "オーダーと受領の額は " + delivery.outstanding() + "、請求書の額は " + at.number("amount") + " です");
        at.notLater("issuedOn", zone);
        if (at.guard().passed()) {
            delivery.invoice = at.said().text("invoice");
            delivery.invoicedOn = at.said().date("issuedOn");
        }
    }

    void pay(String currency, ZoneId zone) {
        at.by(at.sides().requester());
        var delivery = at.owed(Settlement.REIMBURSEMENT);
        if (delivery == null) {
            return;
        }
        at.guard().must(delivery.invoice != null, "/delivery", "there is no invoice yet", "まだ請求書がありません");
        at.agreedCurrency(currency);
        at.atMost(delivery.outstanding());
        at.notLater("paidOn", zone);
        ForeignPayment.check(at.said(), currency, at.guard());
        if (at.guard().passed()) {
            var on = at.said().date("paidOn");
            settle(delivery, at.number("amount"), on);
            ForeignPayment.of(at.said())
                    .ifPresent(given -> postings.exchange(delivery.money(), at.number("amount"), given, at.said(), on));
        }
    }

    void giveBack(ZoneId zone) {
        at.by(at.sides().requester());
        var delivery = at.owed(Settlement.REPLACEMENT);
        if (delivery == null) {
            return;
        }
        at.guard().must(!delivery.isOffered(), "/delivery", "the last return is not accepted yet", "前回の返還がまだ確認されていません");
        at.forEachItem(delivery, (where, line, item) -> {
            at.guard()
                    .must(
                            line.number("quantity") <= item.toReturn(),
                            where + "/quantity",
                            item.toReturn() + " are to come back",
                            "返還すべき数量は " + item.toReturn() + " です");
            at.guard()
                    .must(
                            line.choice("condition", Condition.class) == Condition.GOOD,
                            where + "/condition",
                            "goods of the same kind, quality and quantity come back (Board of Audit of Japan r04-0423)",
                            "返還は同種・同等・同量の物品です（会計検査院 r04-0423）");
        });
        at.notLater("returnedOn", zone);
        if (at.guard().passed()) {
            at.forEachItem(delivery, (where, line, item) -> item.offered = line.number("quantity"));
        }
    }

    void exchange(String currency, ZoneId zone) {
        at.by(at.sides().requester());
        var delivery = at.owed(Settlement.EXCHANGE);
        if (delivery == null) {
            return;
        }
        at.guard()
                .must(!delivery.isOffered(), "/delivery", "the last exchange is not accepted yet", "前回の交換がまだ確認されていません");
        at.agreedCurrency(currency);
        at.atMost(delivery.outstanding());
        at.notLater("exchangedOn", zone);
        if (at.guard().passed()) {
            delivery.offered = at.number("amount");
        }
    }

    void accept(ZoneId zone) {
        at.by(at.sides().supplier());
        var delivery = at.delivery();
        if (delivery == null) {
            return;
        }
        at.guard().must(delivery.isOffered(), "/delivery", "nothing waits to be accepted", "確認を待つ返還・交換はありません");
        at.notLater("acceptedOn", zone);
        var accepted = at.said().choice("verdict", Verdict.class) == Verdict.ACCEPTED;
        at.guard()
                .must(
                        accepted || at.said().body().entries().containsKey("reason"),
                        "/reason",
                        "who does not take it says why",
                        "引き取らない理由が必要です");
        if (at.guard().passed()) {
            var on = at.said().date("acceptedOn");
            delivery.items.values().forEach(item -> {
                if (accepted && item.offered > 0) {
                    item.returned += item.offered;
                    postings.settle(item.rate.asset(), item.offered, at.said(), on);
                }
                item.offered = 0;
            });
            var offered = delivery.offered;
            delivery.offered = 0;
            if (accepted && offered > 0) {
                settle(delivery, offered, on);
            } else if (delivery.isSettled()) {
                delivery.settledOn = on;
            }
        }
    }

    /// Only what is late turns into money, at the agreed price.
    void convert(@Nullable Statement terms, ZoneId zone) {
        var delivery = at.receipted();
        if (delivery == null || terms == null) {
            return;
        }
        var due = OrderClocks.settleBy(delivery.deliveredOn, terms.number("dueDays"));
        at.guard()
                .must(
                        delivery.settlement != Settlement.REIMBURSEMENT
                                && !delivery.isSettled()
                                && !delivery.isOffered(),
                        "/delivery",
                        "nothing is open in kind",
                        "現物での決済は残っていません");
        at.guard().must(!delivery.isDisputed(), "/delivery", "a line is in dispute", "異議のある行があります");
        at.guard()
                .must(
                        at.said().date("convertedOn").isAfter(due),
                        "/convertedOn",
                        "it may still be settled in kind until " + due,
                        due + " までは現物で決済できます");
        at.notLater("convertedOn", zone);
        if (at.guard().passed()) {
            if (delivery.settlement == Settlement.REPLACEMENT) {
                delivery.items
                        .values()
                        .forEach(item -> postings.convert(
                                item.rate, item.toReturn(), at.said(), at.said().date("convertedOn")));
            }
            delivery.settlement = Settlement.REIMBURSEMENT;
        }
    }

    private void settle(DeliveryFold delivery, long amount, LocalDate on) {
        delivery.settled += amount;
        postings.settle(delivery.money(), amount, at.said(), on);
        if (delivery.isSettled()) {
            delivery.settledOn = on;
        }
    }
}
