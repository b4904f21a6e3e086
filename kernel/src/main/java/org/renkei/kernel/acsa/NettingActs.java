package org.renkei.kernel.acsa;

import java.time.ZoneId;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.Terms.Settlement;

/// What an offset does to the debt of a delivery: nothing until both nations have said the same, each under an
/// authority of its own. The gross postings stay; what is netted goes through a clearing account, which comes to zero
/// when the netting has taken effect on every order that it names.
record NettingActs(Telling at, Postings postings) {

    void offset(String currency, ZoneId zone) {
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
        at.agreedCurrency(currency);
        at.atMost(delivery.outstanding());
        at.notLater("offsetOn", zone);
        authority(delivery);
        if (at.guard().passed()) {
            take(delivery);
        }
    }

    private void authority(DeliveryFold delivery) {
        var said = at.said();
        var on = said.date("offsetOn");
        at.guard()
                .must(
                        !on.isBefore(said.date("authorizedFrom")) && !on.isAfter(said.date("authorizedUntil")),
                        "/offsetOn",
                        "the authority " + said.text("authority") + " holds from " + said.text("authorizedFrom")
                                + " to " + said.text("authorizedUntil"),
                        "相殺の権限 " + said.text("authority") + " の有効期間は " + said.text("authorizedFrom") + " から "
                                + said.text("authorizedUntil") + " です");
        at.guard()
                .must(
                        at.number("amount") <= at.number("authorizedLimit"),
                        "/amount",
                        "the authority covers " + at.number("authorizedLimit") + " (minor units)",
                        "権限の上限は " + at.number("authorizedLimit") + " です（補助単位）");
        var from = delivery.deliveredOn.plusMonths(OrderClocks.OFFSET_MONTHS);
        at.guard()
                .must(
                        said.choice("ground", NettingGround.class) != NettingGround.US_2345_C || on.isAfter(from),
                        "/ground",
                        "10 U.S.C. 2345(c) allows it only more than 18 months after delivery: after " + from,
                        "合衆国法典 10 編 2345(c) の相殺は、引渡しから 18 か月を超えた場合（" + from + " より後）に限ります");
    }

    private void take(DeliveryFold delivery) {
        var said = at.said();
        var mine = new Delivery.Offset(said.party(), said.text("netting"), said.number("amount"));
        delivery.offsets.put(said.party(), mine);
        var other = delivery.offsets.get(at.otherSide());
        if (other != null && other.isSameAs(mine)) {
            delivery.offsets.clear();
            delivery.netted += mine.amount();
            delivery.settled += mine.amount();
            var on = said.date("offsetOn");
            postings.offset(delivery.money(), mine.amount(), said, on);
            if (delivery.isSettled()) {
                delivery.settledOn = on;
            }
        }
    }
}
