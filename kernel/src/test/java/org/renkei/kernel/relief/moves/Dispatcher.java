package org.renkei.kernel.relief.moves;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// Writes statements of one move in a test, in prose: the United States bring Japan 40 t of water.
public final class Dispatcher {
    public static final UUID MOVE = Statement.moveOf("USA", mark(0));
    static final int HOUR = 60;
    private static final Instant BEGIN = Instant.parse("2026-04-14T00:00:00Z");
    private static final long CARRIED = 40;

    private final int legs;
    private int next;

    Dispatcher(int legs) {
        this.legs = legs;
    }

    static String mark(int number) {
        return "%032x".formatted(number);
    }

    static Instant at(int minute) {
        return BEGIN.plusSeconds(60L * minute);
    }

    public static UUID place(int number) {
        return new UUID(0, 100 + number);
    }

    /// Leg n departs at 4 n hours, and takes three.
    Statement planned(Map<String, CborValue> more, String... nations) {
        return say("USA", 0, Act.PLAN, more, nations);
    }

    Statement on(String party, int minute, Act act, Statement said, Map<String, CborValue> more) {
        var all = new LinkedHashMap<>(more);
        all.put("on", new CborText(said.record().toString()));
        return say(party, minute, act, all, said.to().toArray(String[]::new));
    }

    /// At the minute at which it is said.
    Statement step(int minute, Act act, Statement said) {
        return on("USA", minute, act, said, Map.of());
    }

    Statement delivered(int minute, Statement departed, long units) {
        return on("USA", minute, Act.ARRIVE, departed, Map.of("delivered", new CborInt(units)));
    }

    Statement received(int minute, Statement plan, Condition condition, long units) {
        var more = new LinkedHashMap<String, CborValue>();
        more.put("condition", new CborText(condition.code()));
        more.put("text", new CborText("as counted"));
        if (units > 0) {
            more.put("quantity", new CborInt(units));
        }
        return on("JPN", minute, Act.RECEIVE, plan, more);
    }

    Statement say(String party, int minute, Act act, Map<String, CborValue> more, String... to) {
        var reading = write(party, minute, act, more, to);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        return statement;
    }

    /// @param minute of the writer's clock, counted from the beginning
    Statement.Reading write(String party, int minute, Act act, Map<String, CborValue> more, String... to) {
        var body = new LinkedHashMap<String, CborValue>();
        act.fields().stream().filter(Field::required).forEach(field -> body.put(field.name(), usual(field, minute)));
        body.put("move", new CborText(MOVE.toString()));
        body.put("mark", new CborText(mark(next)));
        body.put("act", new CborText(act.code()));
        body.put(
                "to",
                new CborArray(new TreeSet<>(List.of(to))
                        .stream().map(one -> (CborValue) new CborText(one)).toList()));
        if (act == Act.PLAN) {
            body.put("legs", legs());
        }
        body.putAll(more);
        var record = UUID.nameUUIDFromBytes((party + next++).getBytes(UTF_8));
        return Statement.read(record, party, new HybridTime(HybridTime.micros(at(minute)), 0), new CborMap(body));
    }

    /// A move of one leg to a need, which has not departed.
    public static Move planned(UUID need) {
        return MoveFold.fold(MOVE, List.of(new Dispatcher(1).toNeed(need)));
    }

    /// A move of one leg to a need, which has arrived.
    public static Move received(UUID need, long units) {
        var dispatcher = new Dispatcher(1);
        var plan = dispatcher.toNeed(need);
        var gone = dispatcher.step(0, Act.DEPART, plan);
        return MoveFold.fold(
                MOVE,
                List.of(
                        plan,
                        gone,
                        dispatcher.delivered(HOUR, gone, units),
                        dispatcher.received(2 * HOUR, plan, Condition.INTACT, units)));
    }

    private Statement toNeed(UUID need) {
        return planned(Map.of("need", new CborText(need.toString())), "JPN", "USA");
    }

    private CborArray legs() {
        return new CborArray(IntStream.range(0, legs)
                .mapToObj(number -> leg(place(number), place(number + 1), 4 * number * HOUR, (4 * number + 3) * HOUR))
                .map(one -> (CborValue) one)
                .toList());
    }

    static CborMap leg(UUID from, UUID to, int departure, int arrival) {
        return new CborMap(Map.of(
                "from", new CborText(from.toString()),
                "to", new CborText(to.toString()),
                "departure", new CborText(at(departure).toString()),
                "arrival", new CborText(at(arrival).toString())));
    }

    private static CborValue usual(Field field, int minute) {
        return switch (field.type()) {
            case TEXT ->
                new CborText(
                        switch (field.name()) {
                            case "receiver" -> "JPN";
                            case "item" -> "water";
                            default -> "t";
                        });
            case LONG_TEXT -> new CborText("some " + field.name());
            case NUMBER -> new CborInt(field.name().equals("quantity") ? CARRIED : 8);
            case TIME -> new CborText(at(minute).toString());
            case CHOICE -> new CborText(field.choices().getFirst());
            case RECORD, REFERENCE -> new CborText(new UUID(0, 1).toString());
            case PARTY, MARK, DATE, BODY, HASH, REFERENCES, FILES -> throw new AssertionError(field.type());
        };
    }
}
