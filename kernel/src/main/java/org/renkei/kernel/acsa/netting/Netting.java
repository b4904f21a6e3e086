package org.renkei.kernel.acsa.netting;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.DeliveryState;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.Terms.NettingGround;
import org.renkei.kernel.acsa.Terms.Settlement;

/// What two nations can set off against each other in one currency: the oldest deliveries first, the same sum in each
/// direction, so that what remains owed is the net figure, and nothing more or less is owed afterwards.
///
/// @param amount minor units in each direction
/// @param legs what is set off on each delivery; those of each supplier come to `amount`
public record Netting(String currency, long amount, List<Leg> legs) {
    public Netting {
        legs = List.copyOf(legs);
    }

    public record Leg(UUID order, int delivery, String supplier, long amount) {}

    public sealed interface Outcome {}

    public record Proposed(Netting netting) implements Outcome {}

    public record Refused(List<Objection> reasons) implements Outcome {
        public Refused {
            reasons = List.copyOf(reasons);
        }
    }

    private record Open(Order order, Delivery delivery) {}

    /// @param orders those that were named; each has to be between the two
    /// @param limit minor units that the authority still covers
    public static Outcome propose(
            Collection<Order> orders,
            String party,
            String partner,
            String currency,
            NettingGround ground,
            long limit,
            LocalDate today) {
        var reasons = new ArrayList<Objection>();
        for (var order : orders) {
            triangular(order, party, partner, reasons);
        }
        if (!reasons.isEmpty()) {
            return new Refused(reasons);
        }
        var owedToUs = open(orders, party, currency, ground, today);
        var owedByUs = open(orders, partner, currency, ground, today);
        var amount = Math.min(limit, Math.min(sum(owedToUs), sum(owedByUs)));
        if (amount <= 0) {
            return new Refused(List.of(new Objection(
                    "/currency",
                    "in " + currency + " nothing can be set off: " + sum(owedToUs) + " is claimed from " + partner
                            + ", " + sum(owedByUs) + " from " + party + ", the authority covers " + limit
                            + " (minor units; only claimed reimbursements without dispute count)",
                    currency + " では相殺できるものがありません。" + partner + " への請求 " + sum(owedToUs) + "、" + party + " への請求 "
                            + sum(owedByUs) + "、権限の残り " + limit + "（補助単位。請求通知済みで異議のない金銭決済のみ）")));
        }
        return new Proposed(new Netting(
                currency,
                amount,
                Stream.concat(legs(owedToUs, amount).stream(), legs(owedByUs, amount).stream())
                        .toList()));
    }

    /// Debts of three nations are not set off against each other: no agreement at hand provides for it, and what one
    /// of them owes would depend on what two others may not tell it.
    private static void triangular(Order order, String party, String partner, List<Objection> reasons) {
        if (!Set.of(order.requester(), order.supplier()).equals(Set.of(party, partner))) {
            reasons.add(new Objection(
                    "/orders",
                    "the order " + order.id() + " is between " + order.supplier() + " and " + order.requester()
                            + ": netting is between two nations, no agreement here provides for three",
                    "オーダー " + order.id() + " は " + order.supplier() + " と " + order.requester()
                            + " の間のものです。相殺は二国間に限り、三国間の相殺を定めた協定はありません"));
        }
    }

    private static List<Open> open(
            Collection<Order> orders, String supplier, String currency, NettingGround ground, LocalDate today) {
        return orders.stream()
                .filter(order -> order.supplier().equals(supplier)
                        && order.currency().equals(currency)
                        && order.closedBy().isEmpty())
                .flatMap(order -> order.deliveries().stream().map(one -> new Open(order, one)))
                .filter(open -> isClaimed(open.delivery) && open.delivery.outstanding() > 0)
                .filter(open -> ground != NettingGround.US_2345_C
                        || today.isAfter(open.delivery.deliveredOn().plusMonths(OrderClocks.OFFSET_MONTHS)))
                .sorted(Comparator.comparing((Open open) -> open.delivery.deliveredOn())
                        .thenComparing(open -> open.order.id().toString())
                        .thenComparing(open -> open.delivery.number()))
                .toList();
    }

    private static boolean isClaimed(Delivery one) {
        return one.settlement() == Settlement.REIMBURSEMENT
                && one.claimedOn() != null
                && (one.state() == DeliveryState.CLAIM_NOTIFIED || one.state() == DeliveryState.INVOICED);
    }

    private static long sum(List<Open> all) {
        return all.stream().mapToLong(open -> open.delivery.outstanding()).reduce(0, Math::addExact);
    }

    private static List<Leg> legs(List<Open> all, long amount) {
        var legs = new ArrayList<Leg>();
        var left = amount;
        for (var open : all) {
            var part = Math.min(left, open.delivery.outstanding());
            if (part > 0) {
                legs.add(new Leg(open.order.id(), open.delivery.number(), open.order.supplier(), part));
                left -= part;
            }
        }
        return legs;
    }

    /// Offsets that one side has said and the other not yet, by the name of their netting.
    public static List<Leg> waiting(Collection<Order> orders, String netting, String saidBy) {
        return orders.stream()
                .flatMap(order -> order.deliveries().stream()
                        .flatMap(one -> one.offsets().stream()
                                .filter(offset -> offset.netting().equals(netting)
                                        && offset.party().equals(saidBy))
                                .map(offset -> new Leg(order.id(), one.number(), order.supplier(), offset.amount()))))
                .toList();
    }
}
