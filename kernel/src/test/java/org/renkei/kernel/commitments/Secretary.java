package org.renkei.kernel.commitments;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cases.Field;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;

/// Writes statements of one commitment in a test, in prose. Every field is a text, as a form gives it.
final class Secretary {
    static final UUID COMMITMENT = Statement.commitmentOf("JPN", mark(0));
    private static final Instant BEGIN = Instant.parse("2026-04-14T00:00:00Z");

    private int next;

    static String mark(int number) {
        return "%032x".formatted(number);
    }

    Statement recorded(String... nations) {
        return say("JPN", 0, Act.RECORD, Map.of(), nations);
    }

    Statement state(String party, int minute, State state, String... to) {
        var more = new LinkedHashMap<String, String>(Map.of("state", state.code()));
        switch (state) {
            case MET -> more.put("measured", "120 of 120 berths");
            case SUPERSEDED -> more.put("by", new UUID(0, 9).toString());
            case OPEN, ON_TRACK, AT_RISK, DROPPED -> {}
        }
        return say(party, minute, Act.STATE, more, to);
    }

    Statement on(String party, int minute, Act act, Statement said) {
        return say(
                party,
                minute,
                act,
                Map.of("on", said.record().toString()),
                said.to().toArray(String[]::new));
    }

    /// @param minute of the writer's clock, counted from the beginning
    Statement say(String party, int minute, Act act, Map<String, String> more, String... to) {
        var reading = write(party, minute, act, more, to);
        var statement = reading.statement();
        if (statement == null) {
            throw new AssertionError(act + ": " + reading.objections());
        }
        return statement;
    }

    Statement.Reading write(String party, int minute, Act act, Map<String, String> more, String... to) {
        var body = new LinkedHashMap<String, CborValue>();
        act.fields().stream()
                .filter(Field::required)
                .forEach(field -> body.put(field.name(), new CborText(usual(field))));
        body.put("commitment", new CborText(COMMITMENT.toString()));
        body.put("mark", new CborText(mark(next)));
        body.put("act", new CborText(act.code()));
        body.put(
                "to",
                new CborArray(new TreeSet<>(List.of(to))
                        .stream().map(one -> (CborValue) new CborText(one)).toList()));
        if (act == Act.EVIDENCE) {
            body.put("document", new CborText("Annual report, section 3"));
        }
        more.forEach((name, text) -> body.put(name, new CborText(text)));
        var record = UUID.nameUUIDFromBytes((party + next++).getBytes(UTF_8));
        var time = new HybridTime(HybridTime.micros(BEGIN.plusSeconds(60L * minute)), 0);
        return Statement.read(record, party, time, new CborMap(body));
    }

    private static String usual(Field field) {
        return switch (field.type()) {
            case TEXT, LONG_TEXT -> "some " + field.name();
            case DATE -> field.name().equals("held") ? "2026-01-15" : "2026-12-31";
            case CHOICE -> field.choices().getFirst();
            case BODY -> "scc";
            case RECORD, REFERENCE -> new UUID(0, 1).toString();
            case PARTY, MARK, TIME, NUMBER, HASH, REFERENCES, FILES -> throw new AssertionError(field.type());
        };
    }
}
