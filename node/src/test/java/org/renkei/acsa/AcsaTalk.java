package org.renkei.acsa;

import static org.renkei.testing.TestFederation.eventually;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.renkei.testing.RunningNode;
import org.renkei.testing.RunningNode.Answer;
import org.renkei.testing.TestFederation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One order between two running nodes, through their API alone: forms are filled in as the nodes offer them.
public final class AcsaTalk {
    public static final String LABEL = "UNCLASSIFIED//REL TO JPN, USA";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TestFederation federation;
    String id = "";

    AcsaTalk(TestFederation federation) {
        this.federation = federation;
    }

    public static LocalDate today() {
        return LocalDate.now(ZoneId.of("Asia/Tokyo"));
    }

    /// Values for a form that a test does not care about.
    static ObjectNode filled(JsonNode fields) {
        var values = JSON.createObjectNode();
        for (var field : fields) {
            if (!field.path("required").asBoolean()) {
                continue;
            }
            var name = field.path("name").asString();
            var known = field.path("value");
            switch (field.path("type").asString()) {
                case "text" -> values.put(name, name + " office");
                case "date" -> values.put(name, (name.endsWith("Until") ? today().plusDays(20) : today()).toString());
                case "number" -> values.put(name, name.equals("dueDays") ? 30 : 1);
                case "money" -> values.put(name, 1_000_000_000L);
                case "currency" -> values.put(name, "JPY");
                case "zone" -> values.put(name, "Asia/Tokyo");
                case "choice" -> values.put(name, field.path("choices").path(0).asString());
                case "documents" -> values.putArray(name).add("DD 1348 no. 7");
                default -> {}
            }
            if (!known.isNull() && !known.isMissingNode()) {
                values.set(name, known);
            }
        }
        return values;
    }

    public static ObjectNode fuel(RunningNode node, String supplier, String settlement) {
        var fields = filled(node.get("/api/v1/acsa/options").json().path("fields"));
        fields.put("supplier", supplier)
                .put("agreement", agreement(supplier))
                .put("activity", "exercise")
                .put("settlement", settlement)
                .put("neededOn", today().plusDays(3).toString());
        fields.putArray("lines")
                .addObject()
                .put("line", 1)
                .put("category", "fuel")
                .put("item", "F-76")
                .put("unit", "litre-15c")
                .put("quantity", 1000);
        return fields;
    }

    private static String agreement(String supplier) {
        return supplier.equals("AUS") ? "jpn-aus-acsa-2017" : "jpn-usa-acsa-2016";
    }

    static String label(String one, String other) {
        return "UNCLASSIFIED//REL TO " + String.join(", ", new TreeSet<>(List.of(one, other)));
    }

    public static Answer request(RunningNode node, String label, ObjectNode fields) {
        var body = JSON.createObjectNode().put("label", label);
        body.set("fields", fields);
        return node.post("/api/v1/acsa/orders", body.toString());
    }

    Answer request(String settlement) {
        var answer = request(federation.node("JPN"), LABEL, fuel(federation.node("JPN"), "USA", settlement));
        id = answer.id();
        return answer;
    }

    JsonNode order(String party) {
        return federation.node(party).get("/api/v1/acsa/orders/" + id).json();
    }

    /// Waits until the step is offered to that side, and says it with what is offered and what is named here.
    Answer say(String party, String act, Map<String, Object> more) {
        eventually(party + " may say " + act, () -> step(party, act) != null);
        var step = step(party, act);
        var fields = filled(step.path("fields"));
        if (act.equals("invoice")) {
            fields.put(
                    "invoice",
                    "I-" + id.substring(0, 8) + "-" + step.path("delivery").asInt());
        }
        if (!step.path("lines").isEmpty()) {
            fields.set("lines", step.path("lines"));
        }
        more.forEach((name, value) -> fields.set(name, JSON.valueToTree(value)));
        return say(party, act, fields);
    }

    Answer say(String party, String act, ObjectNode fields) {
        var body = JSON.createObjectNode().put("act", act);
        body.set("fields", fields);
        return federation.node(party).post("/api/v1/acsa/orders/" + id + "/statements", body.toString());
    }

    void fits(String party, String act, Map<String, Object> more) {
        var answer = say(party, act, more);
        if (answer.status() != 201) {
            throw new AssertionError(act + ": " + answer.text());
        }
    }

    private JsonNode step(String party, String act) {
        return order(party)
                .path("next")
                .valueStream()
                .filter(step -> step.path("act").asString().equals(act))
                .findFirst()
                .orElse(null);
    }

    AcsaTalk agreed(String settlement, int dueDays) {
        return agreed("JPN", "USA", settlement, dueDays);
    }

    /// 112,500 yen for 1,000 litres.
    AcsaTalk agreed(String requester, String supplier, String settlement, int dueDays) {
        var fields = fuel(federation.node(requester), supplier, settlement).put("commerciallyUnavailable", true);
        if (requester.equals("AUS")) {
            fields.put("agreement", agreement(requester));
        }
        var requested = request(federation.node(requester), label(requester, supplier), fields);
        if (requested.status() != 201) {
            throw new AssertionError(requested.text());
        }
        id = requested.id();
        var line = Map.of("line", 1, "quantity", 1000, "price", 1125, "per", 10);
        fits(supplier, "quote", Map.of("lines", List.of(line), "dueDays", dueDays, "settlement", settlement));
        fits(requester, "agree", Map.of());
        return this;
    }

    void closed() {
        closed("JPN", "USA");
    }

    void closed(String one, String other) {
        fits(one, "close", Map.of());
        fits(other, "close", Map.of());
        for (var party : List.of(one, other)) {
            eventually(
                    party + " has it closed",
                    () -> order(party).path("state").asString().equals("closed"));
        }
    }
}
