package org.renkei.kernel.acsa;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// One nation in a test: what it has seen, and what it says after that.
final class Side {
    static final UUID ORDER = UUID.fromString("0197b0c8-0000-7000-8000-000000000001");

    final String party;
    final Set<Statement> seen = new LinkedHashSet<>();
    private long newest;

    Side(String party) {
        this.party = party;
    }

    Order order() {
        return OrderFold.fold(ORDER, seen);
    }

    /// What it says at a time; a clock that is behind what was seen goes on from there.
    StatementReader.Reading write(Instant at, Act act, Map<String, Object> fields) {
        var order = order();
        var body = new LinkedHashMap<String, Object>();
        body.put("order", ORDER.toString());
        body.put("number", order.nextNumber(party));
        body.put("act", act.code());
        body.put(
                "after", order.heads().stream().map(hash -> (Object) hash.hex()).toList());
        body.putAll(fields);
        newest = Math.max(newest + 1, HybridTime.micros(at));
        seen.forEach(one -> newest = Math.max(newest, one.time().micros() + 1));
        return StatementReader.read(
                UUID.nameUUIDFromBytes((party + newest).getBytes(UTF_8)), party, new HybridTime(newest, 0), (CborMap)
                        cbor(body));
    }

    /// Says what can be read and hears itself.
    Statement say(Instant at, Act act, Map<String, Object> fields) {
        var reading = write(at, act, fields);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        seen.add(statement);
        return statement;
    }

    void hear(Side other) {
        seen.addAll(other.seen);
    }

    static CborValue cbor(Object value) {
        return switch (value) {
            case String text -> new CborText(text);
            case Integer number -> new CborInt(number);
            case Long number -> new CborInt(number);
            case Boolean yes -> new CborBool(yes);
            case List<?> items -> new CborArray(items.stream().map(Side::cbor).toList());
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, CborValue>();
                map.forEach((key, inner) -> entries.put((String) key, cbor(inner)));
                yield new CborMap(entries);
            }
            default -> throw new IllegalArgumentException(value.toString());
        };
    }

    /// Values for every field of an act that a test does not care about.
    static Map<String, Object> usual(Act act, LocalDate today) {
        var values = new LinkedHashMap<String, Object>();
        for (var field : act.fields()) {
            if (field.required()) {
                values.put(field.name(), usual(field, today));
            }
        }
        return values;
    }

    private static Object usual(Field field, LocalDate today) {
        return switch (field.type()) {
            case TEXT -> field.name() + " office";
            case DATE -> (field.name().endsWith("Until") ? today.plusDays(20) : today).toString();
            case NUMBER, QUANTITY -> field.name().equals("dueDays") ? 30 : 1;
            case MONEY -> 1_000_000_000L;
            case CURRENCY -> "JPY";
            case PARTY -> field.name().equals("recipient") ? "PHL" : "USA";
            case ZONE -> "Asia/Tokyo";
            case YES -> true;
            case CHOICE -> field.choices().getFirst();
            case HASH -> "0".repeat(64);
            case NSN -> "9130014131234";
            case RATE -> "1.5";
            case DOCUMENTS -> List.of("doc 1");
            case LINES -> List.of(Map.of("line", 1));
        };
    }
}
