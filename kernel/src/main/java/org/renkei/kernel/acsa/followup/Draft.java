package org.renkei.kernel.acsa.followup;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderClocks.Clock;

/// A letter that is written next, from the facts of the order, in English and Japanese. It is a draft: whoever sends
/// it reads it first, and it is no official form.
///
/// @param delivery 0 when it is about the whole order
public record Draft(Kind kind, int delivery, Text english, Text japanese) {
    public enum Kind {
        CLAIM_NOTICE,
        INVOICE,
        REMINDER;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public record Text(String title, String body) {}

    /// Those that one side writes now: the claim notice as soon as there is a receipt, the invoice after that, and a
    /// reminder for everything of the other side's that is past its day.
    public static List<Draft> of(Order order, String party, Instant now) {
        var drafts = new ArrayList<Draft>();
        if (order.request() == null) {
            return drafts;
        }
        for (var one : order.deliveries()) {
            if (order.supplier().equals(party) && one.state() == DeliveryState.RECEIPTED) {
                drafts.add(claim(order, one));
            }
            if (order.supplier().equals(party) && one.state() == DeliveryState.CLAIM_NOTIFIED) {
                drafts.add(invoice(order, one));
            }
        }
        OrderClocks.of(order, now).stream()
                .filter(clock -> clock.daysLeft() < 0
                        && clock.act() != null
                        && !clock.party().equals(party))
                .forEach(clock -> drafts.add(reminder(order, clock, party)));
        return drafts;
    }

    private static Draft claim(Order order, Delivery one) {
        var limit = OrderClocks.limit(one.deliveredOn());
        return new Draft(
                Kind.CLAIM_NOTICE,
                one.number(),
                new Text("Claim notice: " + name(order) + ", delivery " + one.number(), """
                        To the revenue officer.

                        %s
                        What was received: %s
                        Claimed from %s: %s.
                        It has to be settled by %s (12 months from delivery: 10 U.S.C. 2345; r05-0449).
                        """.formatted(
                        facts(order, one), items(order, one, false), order.requester(), money(order, one), limit)),
                new Text("請求通知（案）: " + name(order) + " 引渡し " + one.number(), """
                        歳入担当官 殿

                        %s
                        受領した物品・役務: %s
                        %s への債権額: %s
                        決済期限は %s（引渡しから 12 か月。合衆国法典 10 編 2345、r05-0449）です。
                        """.formatted(
                        factsJa(order, one), items(order, one, true), order.requester(), money(order, one), limit)));
    }

    private static Draft invoice(Order order, Delivery one) {
        return new Draft(
                Kind.INVOICE,
                one.number(),
                new Text("Invoice: " + name(order) + ", delivery " + one.number(), """
                        To %s.

                        %s
                        What was received: %s
                        Claim notified on %s.
                        Amount: %s. Please name order and delivery with the payment.
                        """.formatted(
                                order.requester(),
                                facts(order, one),
                                items(order, one, false),
                                one.claimedOn(),
                                money(order, one))),
                new Text("請求書（案）: " + name(order) + " 引渡し " + one.number(), """
                        %s 御中

                        %s
                        受領した物品・役務: %s
                        請求通知日: %s
                        請求額: %s。お支払の際はオーダー番号と引渡し番号を明記してください。
                        """.formatted(
                                order.requester(),
                                factsJa(order, one),
                                items(order, one, true),
                                one.claimedOn(),
                                money(order, one))));
    }

    private static Draft reminder(Order order, Clock clock, String from) {
        var act = Objects.requireNonNull(clock.act());
        var part = clock.delivery() == 0 ? "" : ", delivery " + clock.delivery();
        var partJa = clock.delivery() == 0 ? "" : " 引渡し " + clock.delivery();
        return new Draft(
                Kind.REMINDER,
                clock.delivery(),
                new Text("Reminder: " + name(order) + part, """
                        From %s to %s.

                        On the order %s%s your next statement (%s) was due on %s, %d days ago (%s).
                        Please make it, or tell us what stands in its way.
                        """.formatted(
                                from,
                                clock.party(),
                                name(order),
                                part,
                                act.english(),
                                clock.due(),
                                -clock.daysLeft(),
                                clock.source())),
                new Text("督促（案）: " + name(order) + partJa, """
                        %s から %s へ

                        オーダー %s%s について、貴国の次の申述（%s）の期限は %s で、%d 日を過ぎています（根拠: %s）。
                        申述いただくか、支障となっている事情をお知らせください。
                        """.formatted(
                                from,
                                clock.party(),
                                name(order),
                                partJa,
                                act.japanese(),
                                clock.due(),
                                -clock.daysLeft(),
                                clock.sourceJa())));
    }

    private static String name(Order order) {
        return "ACSA " + order.id().toString().substring(0, 8);
    }

    private static String facts(Order order, Delivery one) {
        return "Order %s under %s, supplied by %s to %s (%s, %s), delivered on %s, received on %s."
                .formatted(
                        order.id(),
                        text(order, "agreement"),
                        order.supplier(),
                        order.requester(),
                        text(order, "unit"),
                        text(order, "place"),
                        one.deliveredOn(),
                        one.receivedOn());
    }

    private static String factsJa(Order order, Delivery one) {
        return "オーダー %s（協定 %s）。%s から %s（%s、%s）へ提供。引渡し %s、受領 %s。"
                .formatted(
                        order.id(),
                        text(order, "agreement"),
                        order.supplier(),
                        order.requester(),
                        text(order, "unit"),
                        text(order, "place"),
                        one.deliveredOn(),
                        one.receivedOn());
    }

    private static String text(Order order, String field) {
        return Objects.requireNonNull(order.request()).text(field);
    }

    private static String items(Order order, Delivery one, boolean japanese) {
        var names = new ArrayList<String>();
        for (var item : one.items()) {
            var line = line(order, item.line());
            var counted = item.counted();
            names.add(line.text("item") + " " + (counted == null ? 0 : counted) + " " + line.text("unit"));
        }
        return String.join(japanese ? "、" : "; ", names);
    }

    private static Line line(Order order, int number) {
        return Objects.requireNonNull(order.request()).lines().stream()
                .filter(line -> line.line() == number)
                .findFirst()
                .orElseThrow();
    }

    private static String money(Order order, Delivery one) {
        var digits = Math.max(0, Currency.getInstance(order.currency()).getDefaultFractionDigits());
        return BigDecimal.valueOf(one.outstanding(), digits).toPlainString() + " " + order.currency();
    }
}
