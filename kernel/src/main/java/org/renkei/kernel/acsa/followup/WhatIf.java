package org.renkei.kernel.acsa.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderClocks.Clock;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;

/// What would be due if something were delivered and received as delivered: the same fold over two statements that
/// nobody has said and that are stored nowhere.
public final class WhatIf {
    private static final UUID NOWHERE = new UUID(0, 0);

    private WhatIf() {}

    public sealed interface Outcome {}

    /// @param clocks of this delivery alone, from the receipt on
    public record Due(Delivery delivery, List<Clock> clocks) implements Outcome {}

    public record Refused(List<Objection> reasons) implements Outcome {}

    /// @param quantities by line
    /// @param noon of the day of delivery at its place
    public static Outcome delivered(Order order, Map<Integer, Long> quantities, LocalDate day, Instant noon) {
        var statements = new ArrayList<Statement>();
        order.told().forEach(told -> statements.add(told.statement()));
        var number = order.deliveries().size() + 1;
        var lines = new ArrayList<CborValue>();
        quantities.forEach((line, quantity) -> lines.add(line(line, quantity, false)));
        var delivered = say(order, order.supplier(), Act.DELIVER, number, lines, Map.of("deliveredOn", day), noon);
        if (delivered.statement() == null) {
            return new Refused(delivered.objections());
        }
        statements.add(delivered.statement());
        var once = OrderFold.fold(order.id(), statements);
        var told = once.told().getLast();
        if (!told.fits()) {
            return new Refused(told.objections());
        }
        var came = new ArrayList<CborValue>();
        quantities.forEach((line, quantity) -> came.add(line(line, quantity, true)));
        var received = say(once, order.requester(), Act.RECEIPT, number, came, Map.of("receivedOn", day), noon);
        if (received.statement() == null) {
            return new Refused(received.objections());
        }
        statements.add(received.statement());
        var after = OrderFold.fold(order.id(), statements);
        var one = after.deliveries().get(number - 1);
        return new Due(
                one,
                OrderClocks.of(after, noon).stream()
                        .filter(clock -> clock.delivery() == number)
                        .toList());
    }

    private static CborMap line(int line, long quantity, boolean received) {
        var fields = new LinkedHashMap<String, CborValue>();
        fields.put("line", new CborInt(line));
        fields.put("quantity", new CborInt(quantity));
        if (received) {
            fields.put("condition", new CborText("good"));
        }
        return new CborMap(fields);
    }

    private static StatementReader.Reading say(
            Order order,
            String party,
            Act act,
            int delivery,
            List<CborValue> lines,
            Map<String, LocalDate> days,
            Instant at) {
        var body = new LinkedHashMap<String, CborValue>();
        body.put("order", new CborText(order.id().toString()));
        body.put("number", new CborInt(order.nextNumber(party)));
        body.put("act", new CborText(act.code()));
        body.put("delivery", new CborInt(delivery));
        body.put(
                "after",
                new CborArray(order.heads().stream()
                        .map(Hash::hex)
                        .<CborValue>map(CborText::new)
                        .toList()));
        body.put("documents", new CborArray(List.of(new CborText("-"))));
        body.put(act == Act.DELIVER ? "issuer" : "receiver", new CborText("-"));
        days.forEach((name, day) -> body.put(name, new CborText(day.toString())));
        body.put("lines", new CborArray(lines));
        var newest = order.told().stream()
                .mapToLong(told -> told.statement().time().micros())
                .max()
                .orElse(0);
        var time = new HybridTime(Math.max(HybridTime.micros(at), newest + 1), 0);
        return StatementReader.read(NOWHERE, party, time, new CborMap(body));
    }
}
