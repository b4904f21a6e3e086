package org.renkei.bench.live;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Statement;
import org.renkei.kernel.cases.StatementReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.label.Label;

/// Cases of Japan and the United States, made from their numbers: reports, questions and answers, requests with offers
/// and
/// what came of them, and what Japan keeps to itself; at the end something is left to be done by each side.
final class CaseTalks {
    private static final String JAPAN = "JPN";
    private static final String USA = "USA";
    private static final Duration SPAN = Duration.ofDays(21);

    private final UUID id;
    private final int number;
    private final List<Said> said = new ArrayList<>();
    private final Duration pace;
    private Instant now;

    record Said(Statement statement, Label label) {}

    private CaseTalks(int number, Instant begin, Duration pace) {
        this.number = number;
        this.pace = pace;
        this.id = Statement.caseOf(JAPAN, mark(0));
        this.now = begin;
    }

    /// @param until when the last is said
    static List<Said> made(int number, int statements, Instant until) {
        var talk = new CaseTalks(number, until.minus(SPAN), SPAN.dividedBy(statements + 1L));
        talk.say(
                JAPAN,
                Act.OPEN,
                Map.of("phase", "disaster", "body", "bocc", "nameEn", "Case " + number, "nameJa", "事案" + number));
        while (talk.said.size() < statements - 2) {
            talk.round(statements - 2);
        }
        talk.asked(USA);
        talk.asked(JAPAN);
        return talk.said;
    }

    private void round(int most) {
        var ask = asked(USA);
        say(JAPAN, Act.ANSWER, Map.of("on", ask));
        var request =
                say(JAPAN, Act.REQUEST, Map.of("category", "transport", "quantity", 10, "unit", "t", "due", due()));
        var offer = say(USA, Act.OFFER, Map.of("on", request, "quantity", 10));
        say(JAPAN, Act.ACCEPT, Map.of("on", offer, "extent", "whole"));
        say(USA, Act.STATUS, Map.of("on", offer, "status", "done"));
        say(JAPAN, Act.STATUS, Map.of("on", request, "status", "done"));
        say(JAPAN, Act.DECISION, Map.of("authority", "Minister"));
        while (said.size() % 20 != 0 && said.size() < most) {
            say(said.size() % 2 == 0 ? JAPAN : USA, Act.REPORT, Map.of());
        }
    }

    private String asked(String party) {
        return say(party, Act.ASK, Map.of("due", due()));
    }

    private String due() {
        return now.plus(Duration.ofHours(6)).toString();
    }

    private String mark(int place) {
        return "%016x%016x".formatted(number, place);
    }

    /// @return the id of its record
    private String say(String party, Act act, Map<String, Object> given) {
        now = now.plus(pace);
        var keeps = act == Act.DECISION;
        var to = keeps ? List.of(party) : List.copyOf(new TreeSet<>(List.of(JAPAN, USA)));
        var body = new LinkedHashMap<String, Object>();
        body.put("case", id.toString());
        body.put("mark", mark(said.size()));
        body.put("act", act.code());
        body.put("to", to);
        if (act.fields().stream().anyMatch(field -> field.name().equals("text"))) {
            body.put(
                    "text",
                    "Statement %d of case %d: road 57 is open to vehicles of relief, 十六時現在。"
                            .formatted(said.size(), number));
        }
        body.putAll(given);
        var record = UUID.nameUUIDFromBytes((id + party + said.size()).getBytes(UTF_8));
        var reading = StatementReader.read(
                record, party, new HybridTime(HybridTime.micros(now), 0), (CborMap) Bodies.cbor(body));
        var statement = reading.statement();
        if (statement == null) {
            throw new IllegalStateException(act + ": " + reading.objections());
        }
        said.add(new Said(statement, Label.parse(keeps ? "SECRET//REL TO JPN" : "UNCLASSIFIED//REL TO JPN, USA")));
        return record.toString();
    }
}
