package org.renkei.kernel.meetings;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// Writes statements of one meeting in a test, in prose.
final class Clerk {
    static final UUID MEETING = Statement.meetingOf("JPN", mark(0));
    static final Instant STARTS = Instant.parse("2026-12-01T01:00:00Z");
    private static final Instant BEGIN = Instant.parse("2026-04-14T00:00:00Z");

    private int next;

    static String mark(int number) {
        return "%032x".formatted(number);
    }

    Statement called(String... nations) {
        return say("JPN", 0, Act.CALL, Map.of(), List.of(nations));
    }

    Statement item(String party, int minute, long position, String... to) {
        return say(party, minute, Act.ITEM, Map.of("position", position), List.of(to));
    }

    Statement on(String party, int minute, Act act, Statement said) {
        return on(party, minute, act, said, Map.of());
    }

    Statement on(String party, int minute, Act act, Statement said, Map<String, ?> more) {
        var fields = new LinkedHashMap<String, Object>(more);
        fields.put("on", said.record().toString());
        return say(party, minute, act, fields, said.to());
    }

    Statement outcome(String party, int minute, Statement item, Result result) {
        return on(party, minute, Act.OUTCOME, item, outcome(result));
    }

    static Map<String, Object> outcome(Result result) {
        return switch (result) {
            case NOTED, DEFERRED -> Map.of("result", result.code());
            case AGREED -> Map.of("result", result.code(), "textEn", "Agreed.", "textJa", "合意した。");
            case COMMITTED -> Map.of("result", result.code(), "commitment", new UUID(0, 5).toString());
        };
    }

    /// @param minute of the writer's clock, counted from the beginning
    Statement say(String party, int minute, Act act, Map<String, ?> more, Collection<String> to) {
        var reading = write(party, minute, act, more, to);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        return statement;
    }

    Statement.Reading write(String party, int minute, Act act, Map<String, ?> more, Collection<String> to) {
        var body = new LinkedHashMap<String, CborValue>();
        act.fields().stream().filter(Field::required).forEach(field -> body.put(field.name(), usual(field)));
        body.put("meeting", new CborText(MEETING.toString()));
        body.put("mark", new CborText(mark(next)));
        body.put("act", new CborText(act.code()));
        body.put(
                "to",
                new CborArray(new TreeSet<>(to)
                        .stream().map(one -> (CborValue) new CborText(one)).toList()));
        more.forEach((name, value) -> body.put(
                name, value instanceof Number number ? new CborInt(number.longValue()) : new CborText((String) value)));
        var record = UUID.nameUUIDFromBytes((party + next++).getBytes(UTF_8));
        var time = new HybridTime(HybridTime.micros(BEGIN.plusSeconds(60L * minute)), 0);
        return Statement.read(record, party, time, new CborMap(body));
    }

    private static CborValue usual(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> new CborText(field.name().equals("zone") ? "Asia/Tokyo" : "some " + field.name());
            case TIME -> new CborText(STARTS.toString());
            case NUMBER -> new CborInt(60);
            case CHOICE -> new CborText(field.choices().getFirst());
            case BODY -> new CborText("scc");
            case RECORD, REFERENCE -> new CborText(new UUID(0, 1).toString());
            case PARTY, MARK, DATE, HASH, REFERENCES, FILES -> throw new AssertionError(field.type());
        };
    }
}
