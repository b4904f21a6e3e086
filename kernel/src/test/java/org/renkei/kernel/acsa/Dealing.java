package org.renkei.kernel.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;

/// One order of many, where each side has heard everything: what is said, and when, of one line.
final class Dealing {
    final UUID id;
    final String requester;
    final String supplier;
    final List<Statement> said = new ArrayList<>();
    private final Map<String, Integer> numbers = new LinkedHashMap<>();
    private Instant now;

    Dealing(long number, String requester, String supplier, LocalDate begin) {
        this.id = UUID.nameUUIDFromBytes(("order " + number).getBytes(UTF_8));
        this.requester = requester;
        this.supplier = supplier;
        this.now = begin.atTime(12, 0).atZone(ZoneId.of("Asia/Tokyo")).toInstant();
    }

    Order order() {
        return OrderFold.fold(id, said);
    }

    Dealing days(long days) {
        now = now.plus(days, ChronoUnit.DAYS);
        return this;
    }

    Instant now() {
        return now;
    }

    LocalDate today() {
        return LocalDate.ofInstant(now, ZoneId.of("Asia/Tokyo"));
    }

    /// What would be said: read, and not yet heard by anybody.
    StatementReader.Reading write(String party, Act act, Object... fields) {
        now = now.plusSeconds(1);
        var body = new LinkedHashMap<String, Object>(Side.usual(act, today()));
        body.replace("supplier", supplier);
        for (var i = 0; i < fields.length; i += 2) {
            body.put((String) fields[i], fields[i + 1]);
        }
        body.values().removeIf(""::equals);
        body.put("order", id.toString());
        body.put("number", numbers.getOrDefault(party, 0) + 1);
        body.put("act", act.code());
        body.put(
                "after",
                said.isEmpty() ? List.of() : List.of(said.getLast().digest().hex()));
        var record = UUID.nameUUIDFromBytes((id + party + now).getBytes(UTF_8));
        return StatementReader.read(
                record, party, new HybridTime(HybridTime.micros(now), 0), (CborMap) Side.cbor(body));
    }

    /// Said and heard, whether it fits or not.
    Dealing say(String party, Act act, Object... fields) {
        var reading = write(party, act, fields);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        numbers.merge(party, 1, Integer::sum);
        said.add(statement);
        return this;
    }

    List<Objection> objections() {
        return order().told().getLast().objections();
    }

    Dealing fits(String party, Act act, Object... fields) {
        say(party, act, fields);
        if (!objections().isEmpty()) {
            throw new AssertionError(act + " does not fit: " + objections());
        }
        return this;
    }

    Dealing requested(String settlement, String category, long quantity) {
        return say(
                requester,
                Act.REQUEST,
                "activity",
                "exercise",
                "agreement",
                "jpn-usa-acsa-2016",
                "settlement",
                settlement,
                "neededOn",
                today().plusDays(3).toString(),
                "lines",
                List.of(Map.of(
                        "line", 1, "category", category, "item", "F-76", "unit", "litre-15c", "quantity", quantity)));
    }

    Dealing quoted(String settlement, String currency, long quantity, long price) {
        return say(
                supplier,
                Act.QUOTE,
                "currency",
                currency,
                "settlement",
                settlement,
                "lines",
                List.of(Map.of("line", 1, "quantity", quantity, "price", price)));
    }

    Dealing agreed() {
        return say(requester, Act.AGREE, "terms", said.getLast().digest().hex());
    }

    Dealing agreed(String settlement, String currency, long quantity, long price) {
        return requested(settlement, "fuel", quantity)
                .quoted(settlement, currency, quantity, price)
                .agreed();
    }

    Dealing delivered(int delivery, long quantity) {
        return say(supplier, Act.DELIVER, "delivery", delivery, "lines", List.of(line(quantity)));
    }

    Dealing received(int delivery, long quantity) {
        return say(
                requester,
                Act.RECEIPT,
                "delivery",
                delivery,
                "lines",
                List.of(Map.of("line", 1, "quantity", quantity, "condition", "good")));
    }

    /// Agreed, delivered and claimed: `amount` minor units are owed.
    Dealing claimed(String currency, long amount) {
        return agreed("reimbursement", currency, 1, amount)
                .delivered(1, 1)
                .received(1, 1)
                .say(supplier, Act.CLAIM);
    }

    Dealing closed() {
        var hash = order().hash().hex();
        return say(requester, Act.CLOSE, "hash", hash).say(supplier, Act.CLOSE, "hash", hash);
    }

    static Map<String, Object> line(long quantity) {
        return Map.of("line", 1, "quantity", quantity);
    }
}
