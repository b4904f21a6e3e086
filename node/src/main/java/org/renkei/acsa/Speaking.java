package org.renkei.acsa;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.renkei.acsa.Orders.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.Releasability;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.release.Reach;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/// How this nation says something on an order: checked, as a record under the label of its order, and only if the
/// other side gets it.
@Component
class Speaking {
    /// One number for all who say something by this desk.
    private static final long TURN = 0x41435341;

    private final OrderGuards guards;
    private final ReleaseDesk releases;
    private final Reach reach;
    private final TransactionTemplate transaction;
    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final String self;

    Speaking(
            OrderGuards guards,
            ReleaseDesk releases,
            Reach reach,
            TransactionTemplate transaction,
            JdbcClient jdbc,
            NodeSettings settings,
            JsonMapper json) {
        this.guards = guards;
        this.releases = releases;
        this.reach = reach;
        this.transaction = transaction;
        this.jdbc = jdbc;
        this.json = json;
        this.self = settings.node().party();
    }

    <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }

    /// One after the other, so that what the one has reserved is seen by the next; until the transaction ends.
    void takeTurn() {
        jdbc.sql("select pg_advisory_xact_lock(?)").param(TURN).query(row -> {});
    }

    /// @return the record of what was said
    UUID request(UUID order, JsonNode fields, String label, String supplier, Caller caller, Locale language) {
        return say(body(order, 1, Act.REQUEST, List.of(), fields), label(label, supplier), supplier, caller, language);
    }

    /// On an order that is here.
    ///
    /// @return the record of what was said
    UUID answer(Folded folded, Act act, JsonNode fields, Caller caller, Locale language) {
        var order = folded.order();
        var heads = order.heads().stream().map(hash -> hash.hex()).toList();
        var body = body(order.id(), order.nextNumber(self), act, heads, fields);
        var other = order.requester().equals(self) ? order.supplier() : order.requester();
        return say(body, folded.label().text(), other, caller, language);
    }

    private UUID say(ObjectNode body, String label, String partner, Caller caller, Locale language) {
        return inTransaction(() -> {
            takeTurn();
            refuse(guards.against((CborMap) Bodies.toCbor(body), caller));
            var draft = json.createObjectNode();
            draft.put("kind", Orders.KIND).put("label", label).put("precedence", "ROUTINE");
            draft.set("body", body);
            reach.require(draft, List.of(partner), caller, language);
            return releases.create(draft, caller, language).id();
        });
    }

    private static void refuse(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw Problem.refused(objections.stream()
                    .map(one -> new FieldError("/fields" + one.at(), one.english(), one.japanese()))
                    .toList());
        }
    }

    private ObjectNode body(UUID order, int number, Act act, List<String> after, JsonNode fields) {
        var body = json.createObjectNode();
        if (fields.isObject()) {
            fields.properties().forEach(field -> body.set(field.getKey(), bounded(field.getValue())));
        }
        var name = "ACSA " + order.toString().substring(0, 8);
        body.put("order", order.toString()).put("number", number).put("act", act.code());
        body.putObject("title").put("en", name + ": " + act.english()).put("ja", name + "：" + act.japanese());
        var heads = body.putArray("after");
        after.forEach(heads::add);
        return body;
    }

    /// A whole number that no record can hold stands as text: so it is refused at its place, as every other mistake.
    private JsonNode bounded(JsonNode given) {
        return switch (given.getNodeType()) {
            case OBJECT -> {
                var object = json.createObjectNode();
                given.properties().forEach(field -> object.set(field.getKey(), bounded(field.getValue())));
                yield object;
            }
            case ARRAY -> {
                var array = json.createArrayNode();
                given.forEach(item -> array.add(bounded(item)));
                yield array;
            }
            case NUMBER ->
                given.isIntegralNumber() && !given.canConvertToLong() ? StringNode.valueOf(given.asString()) : given;
            case STRING, BOOLEAN, NULL, BINARY, MISSING, POJO -> given;
        };
    }

    /// Both parties, and nobody else.
    private String label(String text, String supplier) {
        try {
            var label = Label.parse(text);
            if (label.releasability() instanceof Releasability.To(var codes)
                    && codes.equals(new TreeSet<>(Set.of(self, supplier.isEmpty() ? self : supplier)))) {
                return text;
            }
        } catch (LabelException e) {
            throw Problem.refused(
                    List.of(new FieldError("/label", String.valueOf(e.getMessage()), "読み取れません: " + e.getMessage())));
        }
        throw Problem.refused(List.of(new FieldError(
                "/label",
                "an order is releasable to its two parties: REL TO " + self + ", " + supplier,
                "オーダーの開示先は当事国の二国です: REL TO " + self + ", " + supplier)));
    }
}
