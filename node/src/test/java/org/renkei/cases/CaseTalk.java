package org.renkei.cases;

import static org.renkei.testing.TestFederation.eventually;

import java.util.List;
import java.util.Map;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One case between running nodes, through their API alone.
public final class CaseTalk {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFederation federation;
    public String id = "";

    public CaseTalk(TestFederation federation) {
        this.federation = federation;
    }

    static String label(List<String> to) {
        return "UNCLASSIFIED//REL TO " + String.join(", ", to.stream().sorted().toList());
    }

    public CaseTalk opened(String phase, String... nations) {
        var answer = open(phase, nations);
        if (answer.status() != 201) {
            throw new AssertionError(answer.text());
        }
        id = answer.id();
        for (var nation : nations) {
            eventually(
                    nation + " has the case",
                    () -> federation.node(nation).get("/api/v1/cases/" + id).status() == 200);
        }
        return this;
    }

    Answer open(String phase, String... nations) {
        var fields = Map.of(
                "nameEn", "Earthquake",
                "nameJa", "地震",
                "phase", phase,
                "body", "bocc",
                "text", "Intensity 7 at Mashiki.");
        return federation.node(nations[0]).post("/api/v1/cases", said("open", fields, List.of(nations)));
    }

    public static String said(String act, Map<String, ?> fields, List<String> to) {
        var body = JSON.createObjectNode().put("act", act).put("label", label(to));
        body.set("to", JSON.valueToTree(to));
        body.set("fields", JSON.valueToTree(fields));
        return body.toString();
    }

    Answer trying(String party, String act, Map<String, ?> fields, String... to) {
        return federation.node(party).post("/api/v1/cases/" + id + "/statements", said(act, fields, List.of(to)));
    }

    /// Says it and gives the record it was said in.
    public String say(String party, String act, Map<String, ?> fields, String... to) {
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

    public JsonNode page(String party) {
        return federation.node(party).get("/api/v1/cases/" + id).json();
    }

    boolean holds(String party, String record) {
        return records(page(party)).contains(record);
    }

    public void arrives(String party, String record) {
        eventually(party + " has it", () -> holds(party, record));
    }

    public static List<String> records(JsonNode page) {
        return page.path("statements")
                .valueStream()
                .map(one -> one.path("record").asString())
                .toList();
    }

    /// As the inbox shows them: `inform JPN overdue`.
    List<String> inbox(String party) {
        return federation
                .node(party)
                .get("/api/v1/cases/inbox")
                .json()
                .path("duties")
                .valueStream()
                .filter(one -> one.path("caseId").asString().equals(id))
                .map(one -> one.path("kind").asString() + " "
                        + one.path("party").asString() + " " + one.path("state").asString())
                .sorted()
                .toList();
    }
}
