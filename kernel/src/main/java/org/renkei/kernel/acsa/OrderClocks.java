package org.renkei.kernel.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.Terms.Settlement;

/// The clocks of an order: what has to be done until when, by whom, and which rule says so. Days are counted at the
/// place of delivery. A period of months ends on the day of the same number, or on the last day of a shorter month.
public final class OrderClocks {
    /// 10 U.S.C. 2345(a), (b), and the procedural arrangements of Japan (Board of Audit r05-0449).
    public static final int LIMIT_MONTHS = 12;
    /// 10 U.S.C. 2345(c).
    public static final int OFFSET_MONTHS = 18;
    /// Days for a receipt and for a claim notice: the desk's own, no source names any.
    static final int RECEIPT_DAYS = 5;

    static final int CLAIM_DAYS = 10;
    static final int INVOICE_DAYS = 30;

    private OrderClocks() {}

    /// One clock.
    ///
    /// @param delivery 0 when it is one of the whole order
    /// @param party who has to act
    /// @param source the rule that it rests on
    public record Clock(
            String code,
            int delivery,
            String party,
            @Nullable Act act,
            LocalDate due,
            long daysLeft,
            String source) {
        /// The rule in Japanese.
        public String sourceJa() {
            return switch (source) {
                case "desk" -> "担当台の目安";
                case "desk, 30 d" -> "担当台の目安（30 日）";
                case "needed on" -> "要求日";
                case "quote" -> "見積の条件";
                default -> source.replace("10 U.S.C. ", "合衆国法典 10 編 ").replace("; r05-0449", "、会計検査院 r05-0449");
            };
        }

        /// How pressing: 90, 60, 30, 7 days ahead, or past.
        public String level() {
            if (daysLeft < 0) {
                return "overdue";
            }
            return daysLeft <= 7 ? "7" : daysLeft <= 30 ? "30" : daysLeft <= 60 ? "60" : daysLeft <= 90 ? "90" : "none";
        }
    }

    /// One clock whatever the day.
    ///
    /// @param after it runs from the day after this one; null for one that runs already
    public record Running(
            String code,
            int delivery,
            String party,
            @Nullable Act act,
            LocalDate due,
            String source,
            @Nullable LocalDate after) {
        boolean runsOn(LocalDate today) {
            return after == null || today.isAfter(after);
        }

        Clock on(LocalDate today) {
            return new Clock(code, delivery, party, act, due, ChronoUnit.DAYS.between(today, due), source);
        }
    }

    /// Until when a debt in kind may be settled in kind: as agreed, and never beyond the limit.
    static LocalDate settleBy(LocalDate deliveredOn, long dueDays) {
        var agreed = deliveredOn.plusDays(Math.min(dueDays, 10_000));
        var limit = limit(deliveredOn);
        return agreed.isBefore(limit) ? agreed : limit;
    }

    /// The last day of twelve months from a delivery.
    public static LocalDate limit(LocalDate deliveredOn) {
        return deliveredOn.plusMonths(LIMIT_MONTHS);
    }

    /// The nearest first; none when the order is over.
    public static List<Clock> of(Order order, Instant now) {
        return on(running(order), LocalDate.ofInstant(now, order.zone()));
    }

    /// Those of these clocks that run on a day at the place of delivery, in their order.
    public static List<Clock> on(List<Running> clocks, LocalDate today) {
        return clocks.stream()
                .filter(one -> one.runsOn(today))
                .map(one -> one.on(today))
                .toList();
    }

    /// All that run or will run as the order stands, the nearest first.
    public static List<Running> running(Order order) {
        var clocks = new ArrayList<Running>();
        var request = order.request();
        if (request == null || order.state().isOver()) {
            return List.of();
        }
        var making = new Making(order, clocks);
        switch (order.state()) {
            case REQUESTED ->
                making.add("answer", 0, order.supplier(), Act.QUOTE, request.date("neededOn"), "needed on");
            case COUNTERED -> making.offer();
            case AGREED, DELIVERING ->
                making.add("delivery", 0, order.supplier(), Act.DELIVER, request.date("neededOn"), "needed on");
            case DELIVERED, DISPUTED, RECEIPTED, SETTLING -> {}
            case SETTLED -> making.closing();
            case CLOSED, WITHDRAWN, REFUSED, CANCELLED -> {}
        }
        order.deliveries().forEach(making::delivery);
        order.onward().stream().filter(one -> one.consented() == null).forEach(making::onward);
        clocks.sort(Comparator.comparing(Running::due)
                .thenComparing(Running::delivery)
                .thenComparing(Running::code));
        return List.copyOf(clocks);
    }

    public static Optional<Clock> nearest(Order order, Instant now) {
        return of(order, now).stream().findFirst();
    }

    private record Making(Order order, List<Running> clocks) {
        void add(String code, int delivery, String party, @Nullable Act act, LocalDate due, String source) {
            clocks.add(new Running(code, delivery, party, act, due, source, null));
        }

        void offer() {
            var offer = order.offer();
            if (offer != null) {
                var other = offer.party().equals(order.supplier()) ? order.requester() : order.supplier();
                add("offer", 0, other, Act.AGREE, offer.date("validUntil"), "quote");
            }
        }

        /// Both close when everything is settled; the limit of the last delivery goes on until then.
        void closing() {
            var last = order.deliveries().getLast().deliveredOn();
            for (var party : List.of(order.requester(), order.supplier())) {
                if (!order.closedBy().contains(party)) {
                    add("close", 0, party, Act.CLOSE, limit(last), "10 U.S.C. 2345; r05-0449");
                }
            }
        }

        void onward(Onward one) {
            add("consent", 0, order.supplier(), Act.CONSENT, one.askedOn().plusDays(CLAIM_DAYS), "desk");
        }

        void delivery(Delivery one) {
            if (one.state() == DeliveryState.SETTLED) {
                return;
            }
            var number = one.number();
            var supplier = order.supplier();
            var requester = order.requester();
            var from = one.deliveredOn();
            var inKind = settleBy(from, dueDays());
            switch (one.state()) {
                case DELIVERED -> add("receipt", number, requester, Act.RECEIPT, from.plusDays(RECEIPT_DAYS), "desk");
                case DISPUTED -> {
                    add("dispute", number, supplier, Act.RESOLVE, from.plusDays(INVOICE_DAYS), "desk");
                    add("dispute", number, requester, Act.RESOLVE, from.plusDays(INVOICE_DAYS), "desk");
                }
                case RECEIPTED ->
                    add("claim", number, supplier, Act.CLAIM, received(one).plusDays(CLAIM_DAYS), "desk");
                case CLAIM_NOTIFIED ->
                    add("invoice", number, supplier, Act.INVOICE, received(one).plusDays(INVOICE_DAYS), "desk, 30 d");
                case INVOICED -> add("payment", number, requester, Act.PAY, paymentDue(one), "quote");
                case RETURN_DUE -> inKind("return", one, Act.RETURN, inKind);
                case EXCHANGE_DUE -> inKind("exchange", one, Act.EXCHANGE, inKind);
                case OFFERED -> add("accept", number, supplier, Act.ACCEPT, inKind, "10 U.S.C. 2345(b)");
                case SETTLED -> {}
            }
            add(
                    "limit",
                    number,
                    one.state() == DeliveryState.DELIVERED ? requester : supplier,
                    null,
                    limit(from),
                    "10 U.S.C. 2345; r05-0449");
            var offset = from.plusMonths(OFFSET_MONTHS);
            clocks.add(new Running("offset", number, supplier, null, offset, "10 U.S.C. 2345(c)", limit(from)));
        }

        private void inKind(String code, Delivery one, Act act, LocalDate due) {
            add(code, one.number(), order.requester(), act, due, "10 U.S.C. 2345(b)");
            var convert = due.plusDays(INVOICE_DAYS);
            clocks.add(new Running("convert", one.number(), order.supplier(), Act.CONVERT, convert, "desk", due));
        }

        private LocalDate paymentDue(Delivery one) {
            var invoiced = one.invoicedOn();
            var due = (invoiced == null ? one.deliveredOn() : invoiced).plusDays(dueDays());
            var limit = limit(one.deliveredOn());
            return one.settlement() == Settlement.REIMBURSEMENT && due.isAfter(limit) ? limit : due;
        }

        private static LocalDate received(Delivery one) {
            var received = one.receivedOn();
            return received == null ? one.deliveredOn() : received;
        }

        private long dueDays() {
            var offer = order.offer();
            return offer == null ? 0 : Math.min(offer.number("dueDays"), 10_000);
        }
    }
}
