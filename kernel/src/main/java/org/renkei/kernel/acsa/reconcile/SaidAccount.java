package org.renkei.kernel.acsa.reconcile;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.books.Asset;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.ledger.Hash;

/// What a nation says of its account with another for a period: hash, figures, and a mark of each order. Both come to
/// the same from the same statements, in whatever order these came.
///
/// @param one the nation whose code comes first
/// @param to the last day
/// @param hash of the whole [StatementOfAccount]
/// @param net what `other` owes `one` at the end of the period, in minor units or units of issue
/// @param entries how many postings the period has
/// @param orders those that stand, and those with a posting in the period, by id
public record SaidAccount(
        String one,
        String other,
        LocalDate from,
        LocalDate to,
        Hash hash,
        SortedMap<Asset, Long> net,
        int entries,
        List<OrderMark> orders) {
    /// More in one statement would be a record that no narrow link carries in time.
    public static final int MOST_ORDERS = 2_000;

    private static final Comparator<OrderMark> BY_ID =
            Comparator.comparing(mark -> mark.order().toString());

    public SaidAccount {
        net = new TreeMap<>(net);
        orders = orders.stream().sorted(BY_ID).toList();
    }

    /// @param orders of the two nations; those that do not concern the period are left out
    public static SaidAccount of(StatementOfAccount account, Collection<Order> orders) {
        return new SaidAccount(
                account.one(),
                account.other(),
                account.from(),
                account.to(),
                account.hash(),
                account.net(),
                account.entries().size(),
                orders.stream()
                        .filter(order -> order.request() != null && concerns(order, account))
                        .map(OrderMark::of)
                        .toList());
    }

    private static boolean concerns(Order order, StatementOfAccount account) {
        return !order.state().isOver()
                || order.transfers().stream()
                        .anyMatch(one ->
                                !one.on().isBefore(account.from()) && !one.on().isAfter(account.to()));
    }

    /// As it stands in the body of a record.
    public CborMap body() {
        var all = new LinkedHashMap<String, CborValue>();
        all.put("between", array(new CborText(one), new CborText(other)));
        all.put("from", new CborText(from.toString()));
        all.put("to", new CborText(to.toString()));
        all.put("hash", new CborText(hash.hex()));
        var figures = new ArrayList<CborValue>();
        net.forEach((asset, amount) ->
                figures.add(array(new CborText(asset.code()), new CborText(asset.unit()), new CborInt(amount))));
        all.put("net", new CborArray(figures));
        all.put("entries", new CborInt(entries));
        all.put(
                "orders",
                new CborArray(orders.stream().map(SaidAccount::encoded).toList()));
        return new CborMap(all);
    }

    private static CborValue encoded(OrderMark mark) {
        var said = new LinkedHashMap<String, CborValue>();
        mark.said()
                .forEach((party, numbers) -> said.put(
                        party,
                        new CborArray(
                                numbers.stream().<CborValue>map(CborInt::new).toList())));
        var all = new LinkedHashMap<String, CborValue>();
        all.put("order", new CborText(mark.order().toString()));
        all.put("state", new CborText(mark.state().code()));
        all.put("hash", new CborText(mark.hash().hex()));
        all.put("said", new CborMap(said));
        return new CborMap(all);
    }

    private static CborArray array(CborValue... values) {
        return new CborArray(List.of(values));
    }

    /// Empty for what cannot be read: whatever a partner sends, it stops nothing.
    public static Optional<SaidAccount> read(CborMap body) {
        try {
            var between = items(body, "between");
            var net = new TreeMap<Asset, Long>();
            for (var figure : items(body, "net")) {
                var parts = ((CborArray) figure).values();
                net.put(new Asset(text(parts.get(0)), text(parts.get(1))), number(parts.get(2)));
            }
            var orders = items(body, "orders");
            if (orders.size() > MOST_ORDERS) {
                return Optional.empty();
            }
            return Optional.of(new SaidAccount(
                    text(between.get(0)),
                    text(between.get(1)),
                    LocalDate.parse(text(body, "from")),
                    LocalDate.parse(text(body, "to")),
                    Hash.parse(text(body, "hash")),
                    net,
                    Math.toIntExact(number(value(body, "entries"))),
                    orders.stream().map(one -> mark((CborMap) one)).toList()));
        } catch (ClassCastException
                | IndexOutOfBoundsException
                | IllegalArgumentException
                | ArithmeticException
                | DateTimeException e) {
            return Optional.empty();
        }
    }

    private static OrderMark mark(CborMap mark) {
        var said = new TreeMap<String, List<Integer>>();
        ((CborMap) value(mark, "said"))
                .entries()
                .forEach((party, numbers) -> said.put(
                        party,
                        ((CborArray) numbers)
                                .values().stream()
                                        .map(one -> Math.toIntExact(number(one)))
                                        .toList()));
        return new OrderMark(
                UUID.fromString(text(mark, "order")),
                OrderState.find(text(mark, "state")).orElseThrow(IllegalArgumentException::new),
                Hash.parse(text(mark, "hash")),
                said);
    }

    private static CborValue value(CborMap map, String name) {
        var value = map.entries().get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static List<CborValue> items(CborMap map, String name) {
        return ((CborArray) value(map, name)).values();
    }

    private static String text(CborMap map, String name) {
        return text(value(map, name));
    }

    private static String text(CborValue value) {
        return ((CborText) value).value();
    }

    private static long number(CborValue value) {
        return ((CborInt) value).value();
    }
}
