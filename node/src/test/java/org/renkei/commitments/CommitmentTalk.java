package org.renkei.commitments;

import static org.renkei.testing.TestFederation.eventually;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One commitment between running nodes, through their API alone.
final class CommitmentTalk {
    private static final String AT = "/api/v1/commitments";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFederation federation;
    private final LocalDate today;
    String id = "";

    CommitmentTalk(TestFederation federation, LocalDate today) {
        this.federation = federation;
        this.today = today;
    }

    static String label(List<String> to) {
        return "UNCLASSIFIED//REL TO " + String.join(", ", to.stream().sorted().toList());
    }

    /// @param days from today until it is due
    Map<String, Object> fields(int days) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("titleEn", "Co-sustainment of transport aircraft");
        fields.put("titleJa", "輸送機の共同維持整備");
        fields.put("meeting", "scc");
        fields.put("held", today.minusDays(200).toString());
        fields.put("reference", "Joint statement, paragraph 12");
        fields.put("sentenceEn", "The Ministers committed to expand co-sustainment.");
        fields.put("sentenceJa", "閣僚は、共同維持整備の拡大を約束した。");
        fields.put("outcomeEn", "Two aircraft a year at Japanese depots");
        fields.put("outcomeJa", "国内整備拠点で年2機");
        fields.put("due", today.plusDays(days).toString());
        fields.put("owner", "sdc");
        return fields;
    }

    CommitmentTalk recorded(int days, String... nations) {
        var answer = record(fields(days), nations);
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

    Answer record(Map<String, Object> fields, String... nations) {
        return federation.node(nations[0]).post(AT, said("record", fields, List.of(nations)));
    }

    static String said(String act, Map<String, ?> fields, List<String> to) {
        var body = JSON.createObjectNode().put("act", act).put("label", label(to));
        body.set("to", JSON.valueToTree(to));
        body.set("fields", JSON.valueToTree(fields));
        return body.toString();
    }

    Answer trying(String party, String act, Map<String, ?> fields, String... to) {
        return federation.node(party).post(AT + "/" + id + "/statements", said(act, fields, List.of(to)));
    }

    /// Says it and gives the record it was said in.
    String say(String party, String act, Map<String, ?> fields, String... to) {
        var answer = trying(party, act, fields, to);
        if (answer.status() != 201) {
            throw new AssertionError(act + ": " + answer.text());
        }
        return answer.json()
                .path("statements")
                .valueStream()
                .filter(one -> one.path("party").asString().equals(party)
                        && one.path("act").asString().equals(act))
                .reduce((a, b) -> b)
                .orElseThrow()
                .path("record")
                .asString();
    }

    JsonNode page(String party) {
        return federation.node(party).get(AT + "/" + id).json();
    }

    /// In the dashboard.
    JsonNode row(String party) {
        return federation
                .node(party)
                .get(AT)
                .json()
                .path("commitments")
                .valueStream()
                .filter(one -> one.path("id").asString().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// As the dashboard shows them: `JPN met`, `USA at-risk agreed`.
    List<String> sides(String party) {
        return row(party)
                .path("sides")
                .valueStream()
                .map(one -> one.path("party").asString() + " "
                        + one.path("state").asString("–") + (one.path("agreed").asBoolean() ? " agreed" : ""))
                .toList();
    }

    List<String> duties(String party) {
        return row(party)
                .path("duties")
                .valueStream()
                .map(one -> one.asString())
                .toList();
    }

    void arrives(String party, String record) {
        eventually(party + " has it", () -> records(page(party)).contains(record));
    }

    static List<String> records(JsonNode page) {
        return page.path("statements")
                .valueStream()
                .map(one -> one.path("record").asString())
                .toList();
    }
}
