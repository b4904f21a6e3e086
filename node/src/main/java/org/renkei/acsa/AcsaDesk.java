package org.renkei.acsa;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.Releasability;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.release.DecisionView;
import org.renkei.release.RecordDesk;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// The door of the ACSA desk: request, answer, account.
@Service
public class AcsaDesk {
    private static final Set<String> LEAVES = Set.of("released", "needs-review");

    private final Orders orders;
    private final OrderGuards guards;
    private final ReleaseDesk releases;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final AuditLog audit;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final JsonMapper json;
    private final String self;

    AcsaDesk(
            Orders orders,
            OrderGuards guards,
            ReleaseDesk releases,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            AuditLog audit,
            TransactionTemplate transaction,
            NodeSettings settings,
            Clock clock,
            JsonMapper json) {
        this.orders = orders;
        this.guards = guards;
        this.releases = releases;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.audit = audit;
        this.transaction = transaction;
        this.clock = clock;
        this.json = json;
        this.self = settings.node().party();
    }

    /// Every order that the caller sees, the most pressing first, those without a clock last.
    @Transactional(readOnly = true)
    public List<OrderView.Row> list(Caller caller) {
        var now = clock.instant();
        return orders.list(caller).stream()
                .map(folded -> OrderView.row(folded, self, now))
                .sorted(Comparator.comparingLong(OrderView.Row::urgency)
                        .thenComparing(row -> row.id().toString()))
                .toList();
    }

    /// Opening an order is written down as opening its request.
    @Transactional
    public OrderView.Page get(UUID id, Caller caller, Locale language) {
        var folded = find(id, caller);
        var request = folded.order().request();
        if (request != null) {
            records.get(request.record(), caller);
        }
        var steps = sights.isLiaison(caller) ? "" : self;
        return OrderView.page(
                folded, self, steps, clock.instant(), language, record -> released(record, caller, language));
    }

    private @Nullable DecisionView released(UUID record, Caller caller, Locale language) {
        return releases.release(record, caller, language).decisions().stream()
                .filter(DecisionView::linked)
                .filter(one -> LEAVES.contains(one.decision()))
                .findFirst()
                .orElse(null);
    }

    /// Asks another nation for something: a new order.
    public OrderView.Page request(JsonNode request, Caller caller, Locale language) {
        var order = UUID.randomUUID();
        var fields = request.path("fields");
        var supplier = fields.path("supplier").asString("");
        var body = body(order, 1, Act.REQUEST, List.of(), fields);
        say(body, label(request.path("label").asString(""), supplier), supplier, caller, language);
        return inTransaction(() -> get(order, caller, language));
    }

    /// Says something on an order, under the label of its request.
    public synchronized OrderView.Page answer(UUID id, JsonNode answer, Caller caller, Locale language) {
        var act = Act.find(answer.path("act").asString(""))
                .filter(one -> one != Act.REQUEST)
                .orElseThrow(() -> Problem.refused(List.of(new FieldError(
                        "/act", "one of what may be said next on this order", "このオーダーで次に申述できるもののいずれかです"))));
        inTransaction(() -> {
            var folded = find(id, caller);
            var order = folded.order();
            var heads = order.heads().stream().map(hash -> hash.hex()).toList();
            var body = body(id, order.nextNumber(self), act, heads, answer.path("fields"));
            var other = order.requester().equals(self) ? order.supplier() : order.requester();
            say(body, folded.label().text(), other, caller, language);
            return id;
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }

    private void say(ObjectNode body, String label, String partner, Caller caller, Locale language) {
        inTransaction(() -> {
            refuse(guards.against((CborMap) Bodies.toCbor(body), caller));
            var draft = json.createObjectNode();
            draft.put("kind", Orders.KIND).put("label", label).put("precedence", "ROUTINE");
            draft.set("body", body);
            reach(draft, partner, caller, language);
            return releases.create(draft, caller, language);
        });
    }

    /// A statement that the other side does not get would leave the two with different orders.
    private void reach(ObjectNode draft, String partner, Caller caller, Locale language) {
        var decision = releases.preview(draft, caller, language).decisions().stream()
                .filter(one -> one.party().equals(partner))
                .findFirst();
        var reaches = decision.filter(one -> one.linked() && LEAVES.contains(one.decision()))
                .isPresent();
        if (!reaches) {
            var why = decision.map(one -> String.join(
                            "; ",
                            one.reasons().stream()
                                    .filter(reason -> !reason.met())
                                    .map(DecisionView.ReasonView::text)
                                    .toList()))
                    .orElse("");
            throw Problem.refused(List.of(new FieldError(
                    "/label",
                    partner + " would not receive this, so it is not said. " + why,
                    partner + " に届かないため、申述しません。" + why)));
        }
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
            fields.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        }
        var name = "ACSA " + order.toString().substring(0, 8);
        body.put("order", order.toString()).put("number", number).put("act", act.code());
        body.putObject("title").put("en", name + ": " + act.english()).put("ja", name + "：" + act.japanese());
        var heads = body.putArray("after");
        after.forEach(heads::add);
        return body;
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

    /// What two nations owe each other in a period, and our books toward the partner as they stand.
    @Transactional
    public AccountView account(String partner, LocalDate from, LocalDate to, Caller caller) {
        if (to.isBefore(from)) {
            throw Problem.refused(List.of(new FieldError("/to", "it ends before it begins", "終わりが始まりより前です")));
        }
        var seen = orders.list(caller).stream()
                .filter(folded -> Set.of(
                                folded.order().requester(), folded.order().supplier())
                        .equals(Set.of(self, partner)))
                .toList();
        if (seen.isEmpty()) {
            throw new Problem(Category.NOT_FOUND, "there is no order with " + partner, partner + " とのオーダーはありません");
        }
        var account = StatementOfAccount.of(seen.stream().map(Folded::order).toList(), self, partner, from, to);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-account-made",
                null,
                partner,
                Map.of("from", from, "to", to, "hash", account.hash().hex()))));
        var label = seen.stream().map(Folded::label).reduce(Label::combine).orElseThrow();
        return AccountView.of(account, label.text(), seen, self);
    }

    /// Agreements under which this nation can ask others today, with what each allows.
    ///
    /// @param terms null when nothing is known of what it allows: then it supplies nothing
    record Choice(
            String partner,
            boolean linked,
            Agreement agreement,
            boolean inForce,
            @Nullable AcsaTerms terms) {}

    public AcsaOptions options() {
        return AcsaOptions.of(self, choices());
    }

    private List<Choice> choices() {
        var today = register.today();
        return register.listAgreements().stream()
                .filter(one -> one.type() == AgreementType.ACSA && one.parties().contains(self))
                .flatMap(one -> one.parties().stream()
                        .filter(party -> !party.equals(self))
                        .map(party -> new Choice(
                                party,
                                register.isLinked(party),
                                one,
                                one.stateOn(today).code().equals("in-force"),
                                AcsaTerms.on(guards.terms(), one.id(), today).orElse(null))))
                .sorted(Comparator.comparing(Choice::partner))
                .toList();
    }

    private Folded find(UUID id, Caller caller) {
        return orders.find(id, caller)
                .filter(folded -> folded.order().request() != null)
                .orElseThrow(() ->
                        new Problem(Category.NOT_FOUND, "no order of that id is held here", "その ID のオーダーはここにありません"));
    }
}
