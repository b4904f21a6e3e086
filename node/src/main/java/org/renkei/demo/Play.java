package org.renkei.demo;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.renkei.demo.Scenario.Step;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Plays a scenario between the nodes and compares every decision with what the scenario expects.
final class Play {
    private static final int MOST_TRIES = 150;
    private static final long TRY_MILLIS = 200;

    /// By kind, the `ref` of the statement that opens what the others are said of.
    private static final Map<String, String> OPENINGS =
            Map.of("case-statement", "case", "commitment-statement", "commitment", "meeting-statement", "meeting");

    private final Federation federation;
    private final OrderPlay orders;
    private final PrintWriter out;
    private final long pauseMillis;
    private final Map<String, String> ids = new HashMap<>();
    private final List<Map<String, Object>> decisions = new ArrayList<>();
    private final List<String> surprises = new ArrayList<>();

    Play(Federation federation, PrintWriter out, long pauseMillis) {
        this.federation = federation;
        this.orders = new OrderPlay(federation);
        this.out = out;
        this.pauseMillis = pauseMillis;
    }

    /// Every decision for a linked party: record, party, decision, reasons.
    List<Map<String, Object>> decisions() {
        return decisions;
    }

    /// Decisions that were not as the scenario expects.
    List<String> surprises() {
        return surprises;
    }

    void run(Scenario scenario) throws IOException, InterruptedException {
        for (var step : scenario.steps()) {
            carryOut(step);
            if (pauseMillis > 0) {
                Thread.sleep(pauseMillis);
            }
        }
    }

    private void carryOut(Step step) throws IOException, InterruptedException {
        switch (step) {
            case Step.Say say -> say(say);
            case Step.Order order -> {
                var state = orders.say(order);
                if (!state.equals(order.state())) {
                    surprises.add(
                            order.ref() + " after " + order.act() + ": expected " + order.state() + ", is " + state);
                }
                tell(order.party(), "ACSA " + order.ref() + ": " + order.act() + " → " + state);
            }
            case Step.Cut(var one, var other) -> {
                federation.cut(one, other);
                tell("✂", one + "–" + other + " link cut");
            }
            case Step.Restore(var one, var other) -> {
                federation.restore(one, other);
                tell("⇄", one + "–" + other + " link restored");
            }
            case Step.Recall(var ref, var party, var reason) -> {
                var answer =
                        federation.node(party).post("/api/v1/records/" + id(ref) + "/recall", Map.of("reason", reason));
                tell("↩", party + " recalls " + ref + " from " + texts(answer.path("recalledFrom")));
            }
            case Step.Suspend(var agreement, var party, var reason) -> {
                var answer = federation
                        .node(party)
                        .post("/api/v1/agreements/" + agreement + "/suspend", Map.of("reason", reason));
                tell("⏸", party + " suspends " + agreement + "; recalled " + answer.path("recalled"));
            }
        }
    }

    private void say(Step.Say say) throws InterruptedException {
        var content = withIds(say.content());
        var node = federation.node(say.party());
        awaitOpening(node, content);
        var answer = say.revision()
                ? node.put("/api/v1/records/" + id(say.ref()), content)
                : node.post("/api/v1/records", content);
        var id = answer.path("id").asString();
        ids.put(say.ref(), id);
        var words = new LinkedHashMap<String, String>();
        for (var decision : answer.path("decisions")) {
            if (decision.path("linked").asBoolean()) {
                keep(id, decision);
                words.put(
                        decision.path("party").asString(),
                        decision.path("decision").asString());
            }
        }
        say.expect().forEach((party, expected) -> {
            if (!expected.equals(words.get(party))) {
                surprises.add(say.ref() + " for " + party + ": expected " + expected + ", decided " + words.get(party));
            }
        });
        tell(say.party(), title(content) + "  " + content.path("label").asString() + "  " + words);
    }

    private void keep(String record, JsonNode decision) {
        var reasons = new ArrayList<String>();
        for (var reason : decision.path("reasons")) {
            var portion = reason.path("portion").asString("");
            reasons.add((reason.path("met").asBoolean() ? "met " : "not met ")
                    + reason.path("code").asString()
                    + (portion.isEmpty() ? "" : " " + portion) + ": "
                    + reason.path("text").asString());
        }
        var entry = new LinkedHashMap<String, Object>();
        entry.put("record", record);
        entry.put("party", decision.path("party").asString());
        entry.put("decision", decision.path("decision").asString());
        entry.put("reasons", reasons);
        decisions.add(entry);
    }

    private JsonNode withIds(JsonNode content) {
        var copy = (ObjectNode) content.deepCopy();
        if (copy.path("references") instanceof ArrayNode references) {
            var named = copy.putArray("references");
            references.forEach(ref -> named.add(id(ref.asString())));
        }
        if (OPENINGS.containsKey(copy.path("kind").asString(""))) {
            asSaid(copy.withObject("/body"));
        }
        return copy;
    }

    /// What is answered is named by its `ref`; times such as `+6h` and days such as `+20d` count from now.
    private void asSaid(ObjectNode body) {
        if (body.path("on").isString()) {
            body.put("on", id(body.path("on").asString()));
        }
        for (var name : List.of("due", "neededBy", "at", "held", "starts")) {
            var text = body.path(name).asString("");
            if (text.matches("[+-]\\d+[hd]")) {
                body.put(name, fromNow(Long.parseLong(text.substring(0, text.length() - 1)), text.endsWith("d")));
            }
        }
    }

    private static String fromNow(long number, boolean days) {
        var now = Instant.now();
        return days
                ? LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(number).toString()
                : now.plus(Duration.ofHours(number))
                        .truncatedTo(ChronoUnit.MINUTES)
                        .toString();
    }

    /// A statement is refused while what it answers, or what opens it all, has not arrived.
    private void awaitOpening(DemoNode node, JsonNode content) throws InterruptedException {
        var body = content.path("body");
        var opening = OPENINGS.get(content.path("kind").asString(""));
        if (opening == null || !ids.containsKey(opening)) {
            return;
        }
        var named = body.path("on").isString() ? body.path("on").asString() : id(opening);
        for (var tries = 0; tries < MOST_TRIES && !holds(node, named); tries++) {
            Thread.sleep(TRY_MILLIS);
        }
    }

    private static boolean holds(DemoNode node, String record) {
        try {
            node.get("/api/v1/records/" + record);
            return true;
        } catch (DemoException e) {
            return false;
        }
    }

    private String id(String ref) {
        var id = ids.get(ref);
        if (id == null) {
            throw new DemoException("the scenario refers to '" + ref + "' before it was said");
        }
        return id;
    }

    private void tell(String who, String what) {
        out.printf("  %-3s  %s%n", who, what);
        out.flush();
    }

    private static String title(JsonNode content) {
        var title = content.path("body").path("title");
        return title.isString() ? title.asString() : title.path("en").asString("");
    }

    private static List<String> texts(JsonNode list) {
        var texts = new ArrayList<String>();
        list.forEach(item -> texts.add(item.asString()));
        return texts;
    }
}
