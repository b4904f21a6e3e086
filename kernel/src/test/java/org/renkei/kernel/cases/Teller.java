package org.renkei.kernel.cases;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// Makes statements of one case in a test, in prose.
final class Teller {
    static final Instant BEGIN = Instant.parse("2026-04-14T12:30:00Z");
    static final UUID CASE = Statement.caseOf("JPN", mark(0));

    private int next;

    static String mark(int number) {
        return "%032x".formatted(number);
    }

    Statement open(String... nations) {
        return say("JPN", 0, Act.OPEN, Map.of(), List.of(), nations);
    }

    /// @param minute of the writer's clock, counted from the beginning
    Statement say(String party, int minute, Act act, Map<String, Object> fields, List<Statement> on, String... to) {
        var reading = write(party, minute, act, fields, on, to);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        return statement;
    }

    StatementReader.Reading write(
            String party, int minute, Act act, Map<String, Object> fields, List<Statement> on, String... to) {
        var body = new LinkedHashMap<String, Object>();
        body.put("case", CASE.toString());
        body.put("mark", mark(next));
        body.put("act", act.code());
        body.put(
                "to",
                new TreeSet<>(List.of(to)).stream().map(one -> (Object) one).toList());
        for (var field : act.fields()) {
            if (field.required()) {
                body.put(field.name(), usual(field, on));
            }
        }
        if (act == Act.AGREE) {
            body.put("hash", Statement.digestOf(on).hex());
        }
        body.putAll(fields);
        var record = UUID.nameUUIDFromBytes((party + next++).getBytes(UTF_8));
        var time = new HybridTime(HybridTime.micros(BEGIN.plusSeconds(60L * minute)), 0);
        return StatementReader.read(record, party, time, (CborMap) cbor(body));
    }

    private static Object usual(Field field, List<Statement> on) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "some " + field.name();
            case TIME -> "2026-04-15T03:00:00Z";
            case DATE -> "2026-04-15";
            case RECORD -> new UUID(0, 1).toString();
            case NUMBER -> 1;
            case CHOICE -> field.choices().getFirst();
            case BODY -> "bocc";
            case PARTY -> "KOR";
            case MARK -> mark(999);
            case HASH -> "0".repeat(64);
            case FILES ->
                List.of(Map.of("name", "map.pdf", "type", "application/pdf", "size", 9, "sha256", mark(1) + mark(2)));
            case REFERENCE ->
                on.isEmpty()
                        ? new UUID(0, 1).toString()
                        : on.getFirst().record().toString();
            case REFERENCES ->
                on.isEmpty()
                        ? List.of(new UUID(0, 1).toString())
                        : on.stream()
                                .map(one -> (Object) one.record().toString())
                                .toList();
        };
    }

    private static CborValue cbor(Object value) {
        return switch (value) {
            case String text -> new CborText(text);
            case Integer number -> new CborInt(number);
            case List<?> items -> new CborArray(items.stream().map(Teller::cbor).toList());
            case Map<?, ?> map -> {
                var entries = new LinkedHashMap<String, CborValue>();
                map.forEach((key, inner) -> entries.put((String) key, cbor(inner)));
                yield new CborMap(entries);
            }
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
