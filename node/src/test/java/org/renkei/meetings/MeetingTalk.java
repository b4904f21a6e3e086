package org.renkei.meetings;

import static org.renkei.testing.TestFederation.eventually;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One meeting between running nodes, through their API alone.
final class MeetingTalk {
    static final String AT = "/api/v1/meetings";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFederation federation;
    String id = "";

    MeetingTalk(TestFederation federation) {
        this.federation = federation;
    }

    static Map<String, Object> fields(Instant starts, String title) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("titleEn", title);
        fields.put("titleJa", title + "（和文）");
        fields.put("body", "bocc");
        fields.put("starts", starts.truncatedTo(ChronoUnit.SECONDS).toString());
        fields.put("minutes", 90);
        fields.put("zone", "Asia/Tokyo");
        fields.put("place", "Ichigaya");
        return fields;
    }

    static Map<String, Object> item(String title, int position) {
        return Map.of("titleEn", title, "titleJa", title + "（和文）", "position", position, "presenter", "Joint Staff");
    }

    MeetingTalk called(Map<String, Object> fields, String... nations) {
        var answer = trying(fields, nations);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        id = answer.id();
        for (var nation : nations) {
            eventually(
                    nation + " has it",
                    () -> federation.node(nation).get(AT + "/" + id).status() == 200);
        }
        return this;
    }

    Answer trying(Map<String, Object> fields, String... nations) {
        return federation.node(nations[0]).post(AT, said("call", fields, List.of(nations)));
    }

    static String said(String act, Map<String, ?> fields, List<String> to) {
        var label =
                "UNCLASSIFIED//REL TO " + String.join(", ", to.stream().sorted().toList());
        var body = JSON.createObjectNode().put("act", act).put("label", label);
        body.set("to", JSON.valueToTree(to));
        body.set("fields", JSON.valueToTree(fields));
        return body.toString();
    }

    Answer trying(String party, String act, Map<String, ?> fields, String... to) {
        return federation.node(party).post(AT + "/" + id + "/statements", said(act, fields, List.of(to)));
    }

    /// Says it, waits until all who are told have it, and gives the record it was said in.
    String say(String party, String act, Map<String, ?> fields, String... to) {
        var answer = trying(party, act, fields, to);
        if (answer.status() != 201) {
            throw new AssertionError(act + ": " + answer.text());
        }
        var record = answer.json()
                .path("statements")
                .valueStream()
                .filter(one -> one.path("party").asString().equals(party)
                        && one.path("act").asString().equals(act))
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("record")
                .asString();
        for (var nation : to) {
            eventually(
                    nation + " has it",
                    () -> page(nation).path("statements").toString().contains(record));
        }
        return record;
    }

    JsonNode page(String party) {
        return federation.node(party).get(AT + "/" + id).json();
    }

    JsonNode row(String party) {
        return federation
                .node(party)
                .get(AT)
                .json()
                .path("meetings")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    String call(String party) {
        return page(party).path("statements").path(0).path("record").asString();
    }

    /// As the agenda shows them: `1 Berths`.
    List<String> agenda(String party) {
        return page(party)
                .path("items")
                .valueStream()
                .map(one -> one.path("number").asString() + " "
                        + one.path("title").path("en").asString())
                .toList();
    }

    List<String> duties(String party) {
        return row(party).path("duties").valueStream().map(JsonNode::asString).toList();
    }
}
