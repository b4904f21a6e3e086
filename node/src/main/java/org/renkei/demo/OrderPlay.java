package org.renkei.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.demo.Scenario.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Plays orders of the ACSA desk as two officers work them: each waits until its own node offers the step, and fills in
/// what the scenario says beside what the form offers.
final class OrderPlay {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final ZoneId ZONE = ZoneId.of("Asia/Tokyo");
    private static final int MOST_TRIES = 150;
    private static final long TRY_MILLIS = 200;

    private final Federation federation;
    private final Map<String, String> ids = new HashMap<>();

    OrderPlay(Federation federation) {
        this.federation = federation;
    }

    /// @return how the order stands at the node that spoke
    String say(Step.Order step) throws InterruptedException {
        var node = federation.node(step.party());
        var fields = (ObjectNode) step.fields().deepCopy();
        dates(fields);
        if (step.act().equals("request")) {
            var request = JSON.createObjectNode().put("label", step.label());
            request.set("fields", fields);
            var order = node.post("/api/v1/acsa/orders", request);
            ids.put(step.ref(), order.path("id").asString());
            return order.path("state").asString();
        }
        var path = "/api/v1/acsa/orders/" + id(step.ref());
        var answer = JSON.createObjectNode().put("act", step.act());
        answer.set("fields", filled(offered(node, path, step), fields));
        return node.post(path + "/statements", answer).path("state").asString();
    }

    private String id(String ref) {
        var id = ids.get(ref);
        if (id == null) {
            throw new DemoException("the scenario speaks on the order '" + ref + "' before it was requested");
        }
        return id;
    }

    /// The partner's statement comes over the link: until then the step is not offered.
    private static JsonNode offered(DemoNode node, String path, Step.Order wanted) throws InterruptedException {
        for (var tries = 0; tries < MOST_TRIES; tries++) {
            var offer = find(node, path, wanted);
            if (offer != null) {
                return offer;
            }
            Thread.sleep(TRY_MILLIS);
        }
        throw new DemoException(
                wanted.party() + " is never offered the step '" + wanted.act() + "' on " + wanted.ref());
    }

    private static @Nullable JsonNode find(DemoNode node, String path, Step.Order wanted) {
        try {
            var delivery = wanted.fields().path("delivery").asInt(0);
            return node.get(path)
                    .path("next")
                    .valueStream()
                    .filter(step -> step.path("act").asString().equals(wanted.act()))
                    .filter(step -> delivery == 0 || step.path("delivery").asInt() == delivery)
                    .findFirst()
                    .orElse(null);
        } catch (DemoException notYet) {
            return null;
        }
    }

    private static ObjectNode filled(JsonNode offer, ObjectNode said) {
        var fields = JSON.createObjectNode();
        for (var field : offer.path("fields")) {
            if (!field.path("value").isNull() && !field.path("value").isMissingNode()) {
                fields.set(field.path("name").asString(), field.path("value"));
            }
        }
        if (!offer.path("lines").isEmpty()) {
            fields.set("lines", offer.path("lines"));
        }
        fields.setAll(said);
        return fields;
    }

    /// `+3d` and `-1d` count from today, at the place of delivery.
    private static void dates(ObjectNode fields) {
        for (var field : List.copyOf(fields.properties())) {
            var text = field.getValue().asString("");
            if (text.matches("[+-][0-9]+d")) {
                var days = Long.parseLong(text.substring(0, text.length() - 1));
                fields.put(field.getKey(), LocalDate.now(ZONE).plusDays(days).toString());
            }
        }
    }
}
