package org.renkei.kernel.acsa.reconcile;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.books.Asset;

/// What one nation holds, held against what the other has said of the same period.
///
/// @param net figures that differ, with both
/// @param orders those that differ, by id
/// @param alike how many orders do not
public record Reconciliation(Verdict verdict, SortedMap<Asset, Figures> net, List<OrderDifference> orders, int alike) {
    public Reconciliation {
        net = new TreeMap<>(net);
        orders = List.copyOf(orders);
    }

    public enum Verdict {
        AGREE("agree"),
        DIFFER("differ"),
        PARTNER_HAS_NOT_SAID("partner-has-not-said");

        private final String code;

        Verdict(String code) {
            this.code = code;
        }

        public String code() {
            return code;
        }
    }

    /// A net figure as each has it; 0 where one has no such ledger.
    public record Figures(long ours, long theirs) {}

    /// An order that the two do not have alike. Without gaps both hold the same numbers, and not the same content.
    ///
    /// @param ours null where it is not held here
    /// @param theirs null where the other has not named it
    public record OrderDifference(
            UUID order, @Nullable OrderState ours, @Nullable OrderState theirs, List<Gap> gaps) {
        public OrderDifference {
            gaps = List.copyOf(gaps);
        }
    }

    /// A statement that one of the two holds.
    ///
    /// @param party who said it
    /// @param here whether it is held here, and the other lacks it; else it is the other way round
    public record Gap(String party, int number, boolean here) {}

    /// Where the other has said nothing of the period.
    public static Reconciliation unanswered() {
        return new Reconciliation(Verdict.PARTNER_HAS_NOT_SAID, new TreeMap<>(), List.of(), 0);
    }

    /// @throws IllegalArgumentException when the two are not of the same nations and period
    public static Reconciliation of(SaidAccount ours, SaidAccount theirs) {
        if (!ours.one().equals(theirs.one())
                || !ours.other().equals(theirs.other())
                || !ours.from().equals(theirs.from())
                || !ours.to().equals(theirs.to())) {
            throw new IllegalArgumentException("an account of others, or of another period");
        }
        var net = new TreeMap<Asset, Figures>();
        var assets = new TreeSet<>(ours.net().keySet());
        assets.addAll(theirs.net().keySet());
        for (var asset : assets) {
            var figures =
                    new Figures(ours.net().getOrDefault(asset, 0L), theirs.net().getOrDefault(asset, 0L));
            if (figures.ours() != figures.theirs()) {
                net.put(asset, figures);
            }
        }
        var here = byId(ours);
        var there = byId(theirs);
        var all = new LinkedHashMap<>(here);
        there.forEach(all::putIfAbsent);
        var differing = new ArrayList<OrderDifference>();
        all.keySet().stream()
                .filter(id -> !alike(here.get(id), there.get(id)))
                .sorted((left, right) -> left.toString().compareTo(right.toString()))
                .forEach(id -> differing.add(difference(id, here.get(id), there.get(id))));
        var agree = ours.hash().equals(theirs.hash()) && differing.isEmpty();
        return new Reconciliation(
                agree ? Verdict.AGREE : Verdict.DIFFER, net, differing, all.size() - differing.size());
    }

    private static Map<UUID, OrderMark> byId(SaidAccount account) {
        var marks = new LinkedHashMap<UUID, OrderMark>();
        account.orders().forEach(mark -> marks.put(mark.order(), mark));
        return marks;
    }

    private static boolean alike(@Nullable OrderMark ours, @Nullable OrderMark theirs) {
        return ours != null && ours.equals(theirs);
    }

    private static OrderDifference difference(UUID id, @Nullable OrderMark ours, @Nullable OrderMark theirs) {
        var gaps = new ArrayList<Gap>();
        var parties = new TreeSet<String>();
        if (ours != null) {
            parties.addAll(ours.said().keySet());
        }
        if (theirs != null) {
            parties.addAll(theirs.said().keySet());
        }
        for (var party : parties) {
            var here = ours == null ? List.<Integer>of() : ours.numbers(party);
            var there = theirs == null ? List.<Integer>of() : theirs.numbers(party);
            here.stream()
                    .filter(number -> !there.contains(number))
                    .forEach(number -> gaps.add(new Gap(party, number, true)));
            there.stream()
                    .filter(number -> !here.contains(number))
                    .forEach(number -> gaps.add(new Gap(party, number, false)));
        }
        return new OrderDifference(
                id, ours == null ? null : ours.state(), theirs == null ? null : theirs.state(), gaps);
    }
}
