package org.renkei.relief;

import static org.renkei.testing.TestFederation.eventually;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.testing.MovableClock;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One move between running nodes, through their API alone: the United States bring Japan 40 t.
final class MoveTalk {
    static final String AT = "/api/v1/relief/moves";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFederation federation;
    private final MovableClock clock;
    String id = "";

    MoveTalk(TestFederation federation, MovableClock clock) {
        this.federation = federation;
        this.clock = clock;
    }

    static String label(List<String> to) {
        return "UNCLASSIFIED//REL TO " + String.join(", ", to.stream().sorted().toList());
    }

    /// So many hours from now, or ago.
    String at(double hours) {
        return now().plus(Duration.ofMinutes((long) (hours * 60))).toString();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /// @param places where the legs meet; each takes two hours, an hour apart
    Map<String, Object> fields(String item, String... places) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("means", "truck");
        fields.put("count", 8);
        fields.put("item", item);
        fields.put("quantity", 40);
        fields.put("unit", "t");
        fields.put("receiver", "JPN");
        var legs = new ArrayList<Map<String, String>>();
        for (var number = 0; number + 1 < places.length; number++) {
            legs.add(Map.of(
                    "from",
                    places[number],
                    "to",
                    places[number + 1],
                    "departure",
                    at(3 * number + 1),
                    "arrival",
                    at(3 * number + 3)));
        }
        fields.put("legs", legs);
        return fields;
    }

    static String said(String act, Map<String, ?> fields, List<String> to) {
        var body = JSON.createObjectNode().put("act", act).put("label", label(to));
        body.set("to", JSON.valueToTree(to));
        body.set("fields", JSON.valueToTree(fields));
        return body.toString();
    }

    Answer plan(Map<String, Object> fields, String... nations) {
        return federation.node(nations[0]).post(AT, said("plan", fields, List.of(nations)));
    }

    MoveTalk planned(Map<String, Object> fields, String... nations) {
        var answer = plan(fields, nations);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        id = answer.json().path("move").path("id").asString();
        for (var nation : nations) {
            eventually(
                    nation + " has it",
                    () -> federation.node(nation).get(AT + "/" + id).status() == 200);
        }
        return this;
    }

    Answer trying(String party, String act, Map<String, ?> fields, String... to) {
        return federation.node(party).post(AT + "/" + id + "/statements", said(act, fields, List.of(to)));
    }

    /// Says it to both, waits until the other has it, and gives the record it was said in.
    String say(String party, String act, Map<String, ?> fields) {
        var answer = trying(party, act, fields, "JPN", "USA");
        if (answer.status() != 201) {
            throw new AssertionError(act + ": " + answer.text());
        }
        var record = records(answer.json()).getLast();
        for (var other : List.of("JPN", "USA")) {
            eventually(other + " has it", () -> records(page(other)).contains(record));
        }
        return record;
    }

    JsonNode page(String party) {
        return federation.node(party).get(AT + "/" + id).json();
    }

    JsonNode move(String party) {
        return page(party).path("move");
    }

    String status(String party) {
        return move(party).path("status").asString();
    }

    String plan(String party) {
        return records(page(party)).getFirst();
    }

    static List<String> records(JsonNode page) {
        return page.path("statements")
                .valueStream()
                .map(one -> one.path("record").asString())
                .toList();
    }
}
