package org.renkei.kernel.acsa;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.renkei.kernel.books.Account;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.books.Transfer;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

/// What two nations owe each other, gross: every posting of a period, the net figure of each ledger at its end, what is
/// not matched, and a hash. It says who owes whom by name, not "us" and "them", so that both come to the same hash. A
/// net figure is information: only an authority turns it into a settlement.
///
/// @param one the nation whose code comes first
/// @param net what `other` owes `one` at the end of the period; negative when `one` owes
/// @param clearing what a netting has set off on one order and not yet on the other; nothing once it is whole
/// @param unmatched deliveries up to the end of the period that are not receipted, or in dispute
public record StatementOfAccount(
        String one,
        String other,
        LocalDate from,
        LocalDate to,
        List<Entry> entries,
        SortedMap<Asset, Long> net,
        SortedMap<Asset, Long> clearing,
        List<Unmatched> unmatched) {

    /// The cause of an entry that a netting moves to or from the clearing account.
    public static final String CLEARING = "clearing";

    private static final Comparator<Entry> GROSS =
            Comparator.comparing(Entry::on).thenComparing(Entry::order, StatementOfAccount::compareTexts);

    /// One posting that changed what is owed.
    ///
    /// @param amount added to what the requester owes the supplier
    public record Entry(
            UUID order, String supplier, String requester, LocalDate on, String cause, Asset asset, long amount) {}

    public record Unmatched(UUID order, String supplier, int delivery, LocalDate deliveredOn, DeliveryState state) {}

    /// @param to the last day of the period
    public static StatementOfAccount of(
            Collection<Order> orders, String party, String partner, LocalDate from, LocalDate to) {
        var first = party.compareTo(partner) < 0 ? party : partner;
        var second = first.equals(party) ? partner : party;
        var entries = new ArrayList<Entry>();
        var unmatched = new ArrayList<Unmatched>();
        var net = new TreeMap<Asset, Long>();
        var clearing = new TreeMap<Asset, Long>();
        orders.stream()
                .filter(order -> isBetween(order, first, second))
                .sorted(Comparator.comparing(order -> order.id().toString()))
                .forEach(order -> {
                    for (var transfer : order.transfers()) {
                        var owed = moved(transfer, Account.RECEIVABLE);
                        var cleared = moved(transfer, Account.NETTED);
                        if (owed == 0 && cleared == 0 || transfer.on().isAfter(to)) {
                            continue;
                        }
                        var sign = order.supplier().equals(first) ? 1 : -1;
                        net.merge(transfer.asset(), sign * (owed + cleared), Math::addExact);
                        clearing.merge(transfer.asset(), sign * cleared, Math::addExact);
                        if (!transfer.on().isBefore(from)) {
                            entry(order, transfer, owed, transfer.cause(), entries);
                            entry(order, transfer, cleared, CLEARING, entries);
                        }
                    }
                    order.deliveries().stream()
                            .filter(one -> !one.deliveredOn().isAfter(to) && isOpen(one))
                            .forEach(one -> unmatched.add(new Unmatched(
                                    order.id(), order.supplier(), one.number(), one.deliveredOn(), one.state())));
                });
        clearing.values().removeIf(amount -> amount == 0);
        entries.sort(GROSS);
        return new StatementOfAccount(
                first, second, from, to, List.copyOf(entries), net, clearing, List.copyOf(unmatched));
    }

    /// With other orders of the same two nations in the same period.
    public StatementOfAccount and(StatementOfAccount more) {
        if (!one.equals(more.one) || !other.equals(more.other) || !from.equals(more.from) || !to.equals(more.to)) {
            throw new IllegalArgumentException("a statement of others, or of another period");
        }
        if (more.isEmpty()) {
            return this;
        }
        var gross = new ArrayList<>(entries);
        gross.addAll(more.entries);
        gross.sort(GROSS);
        var open = new ArrayList<>(unmatched);
        open.addAll(more.unmatched);
        open.sort(Comparator.comparing(left -> left.order().toString()));
        var cleared = sum(clearing, more.clearing);
        cleared.values().removeIf(amount -> amount == 0);
        return new StatementOfAccount(
                one, other, from, to, List.copyOf(gross), sum(net, more.net), cleared, List.copyOf(open));
    }

    private boolean isEmpty() {
        return entries.isEmpty() && net.isEmpty() && clearing.isEmpty() && unmatched.isEmpty();
    }

    /// The order of their texts, without making these.
    private static int compareTexts(UUID some, UUID other) {
        var high = Long.compareUnsigned(some.getMostSignificantBits(), other.getMostSignificantBits());
        return high != 0 ? high : Long.compareUnsigned(some.getLeastSignificantBits(), other.getLeastSignificantBits());
    }

    private static SortedMap<Asset, Long> sum(SortedMap<Asset, Long> some, SortedMap<Asset, Long> more) {
        var sum = new TreeMap<>(some);
        more.forEach((asset, amount) -> sum.merge(asset, amount, Math::addExact));
        return sum;
    }

    private static boolean isBetween(Order order, String one, String other) {
        return order.requester().equals(one) && order.supplier().equals(other)
                || order.requester().equals(other) && order.supplier().equals(one);
    }

    private static boolean isOpen(Delivery one) {
        return one.state() == DeliveryState.DELIVERED || one.state() == DeliveryState.DISPUTED;
    }

    private static void entry(Order order, Transfer transfer, long amount, String cause, List<Entry> entries) {
        if (amount != 0) {
            entries.add(new Entry(
                    order.id(), order.supplier(), order.requester(), transfer.on(), cause, transfer.asset(), amount));
        }
    }

    private static long moved(Transfer transfer, Account account) {
        return transfer.phase() == Transfer.Phase.POSTED
                ? moved(transfer.debit(), transfer.credit(), transfer.amount(), account)
                : 0;
    }

    /// What a posting of the supplier's books adds to one of its accounts.
    public static long moved(Account debit, Account credit, long amount, Account account) {
        return debit == account ? amount : credit == account ? -amount : 0;
    }

    /// SHA-256 over the canonical CBOR of all of it: both nations come to the same.
    public Hash hash() {
        var texts = new HashMap<Object, CborText>();
        var gross = new ArrayList<CborValue>(entries.size());
        entries.forEach(entry -> gross.add(array(
                texts,
                entry.order(),
                entry.supplier(),
                entry.on(),
                entry.cause(),
                entry.asset().code(),
                entry.asset().unit(),
                entry.amount())));
        var figures = new ArrayList<CborValue>();
        net.forEach((asset, amount) -> figures.add(array(texts, asset.code(), asset.unit(), amount)));
        var open = new ArrayList<CborValue>();
        unmatched.forEach(left -> open.add(array(
                texts,
                left.order(),
                left.delivery(),
                left.deliveredOn(),
                left.state().code())));
        var all = new LinkedHashMap<String, CborValue>();
        all.put("between", array(texts, one, other));
        all.put("period", array(texts, from, to));
        all.put("gross", new CborArray(gross));
        all.put("net", new CborArray(figures));
        all.put("unmatched", new CborArray(open));
        return Hash.ofContent(Cbor.encode(new CborMap(all)));
    }

    /// @param texts those made before: few are said again and again
    private static CborArray array(Map<Object, CborText> texts, Object... values) {
        var items = new ArrayList<CborValue>(values.length);
        for (var value : values) {
            items.add(
                    value instanceof Number number
                            ? new CborInt(number.longValue())
                            : texts.computeIfAbsent(value, key -> new CborText(key.toString())));
        }
        return new CborArray(items);
    }
}
