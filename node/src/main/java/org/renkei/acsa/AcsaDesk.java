package org.renkei.acsa;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.BooksView.TrialBalance;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.followup.Ahead;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.AgreementState;
import org.renkei.kernel.agreement.AgreementType;
import org.renkei.kernel.ledger.Hash;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.release.DecisionView;
import org.renkei.release.RecordDesk;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Figures;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The door of the ACSA desk: request, answer, account.
@Service
public class AcsaDesk {
    private final Orders orders;
    private final AccountBook accounts;
    private final CeilingDesk ceilings;
    private final OrderGuards guards;
    private final TakenBack takenBack;
    private final OrderFiles files;
    private final Speaking speaking;
    private final ReleaseDesk releases;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final Figures figures;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    AcsaDesk(
            Orders orders,
            AccountBook accounts,
            CeilingDesk ceilings,
            OrderGuards guards,
            TakenBack takenBack,
            OrderFiles files,
            Speaking speaking,
            ReleaseDesk releases,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            Figures figures,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.orders = orders;
        this.accounts = accounts;
        this.ceilings = ceilings;
        this.guards = guards;
        this.takenBack = takenBack;
        this.files = files;
        this.speaking = speaking;
        this.releases = releases;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.figures = figures;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Every order that the caller sees, the most pressing first, those without a clock last.
    ///
    /// @param standing only those of which something can still become due
    @Transactional
    public List<QueueRow> list(Caller caller, boolean standing) {
        var now = clock.instant();
        var open = orders.ahead(caller);
        var over = standing ? List.<Outline>of() : orders.over(caller);
        showings.note(caller, "orders", orders.first(open, over));
        return Stream.concat(
                        open.stream().map(order -> QueueRow.of(order, self, now)),
                        over.stream().map(QueueRow::of))
                .sorted(Comparator.comparingLong(QueueRow::urgency).thenComparing(QueueRow::id, Ahead.BY_ID))
                .toList();
    }

    /// Opening an order is written down as opening its request.
    @Transactional
    public OrderView.Page get(UUID id, Caller caller, Locale language) {
        var liaison = sights.isLiaison(caller);
        var folded = orders.find(id, caller)
                .filter(one -> one.order().request() != null)
                .orElseThrow(() -> liaison ? Orders.notHere() : gone(id, caller));
        var request = folded.order().request();
        if (request != null) {
            records.get(request.record(), caller);
        }
        showings.note(caller, "order", folded.ids());
        var steps = liaison ? "" : self;
        var page = OrderView.page(
                folded,
                self,
                steps,
                clock.instant(),
                language,
                ceilings.ahead(folded.order(), caller),
                files.of(id, caller),
                record -> released(record, caller, language));
        return liaison ? page : takenBack.find(id).map(page::sealed).orElse(page);
    }

    /// Without its request nothing of an order can be shown; that it was closed, who sees it in the queue may know.
    private Problem gone(UUID id, Caller caller) {
        var closed = orders.over(caller).stream().anyMatch(one -> one.order().equals(id));
        return takenBack
                .find(id)
                .filter(one -> closed)
                .map(kept -> new Problem(
                        Category.NOT_FOUND,
                        "its request was taken back after both had closed it; what it came to stays in the account",
                        "両国の締切り後に要請が撤回されました。記帳は計算書に残っています"))
                .orElseGet(Orders::notHere);
    }

    private @Nullable DecisionView released(UUID record, Caller caller, Locale language) {
        return releases.release(record, caller, language).decisions().stream()
                .filter(DecisionView::arrivesWhole)
                .findFirst()
                .orElse(null);
    }

    /// Asks another nation for something: a new order.
    public OrderView.Page request(JsonNode request, Caller caller, Locale language) {
        var order = UUID.randomUUID();
        var fields = TypedFields.read(Act.REQUEST, request.path("fields"), null);
        var supplier = fields.path("supplier").asString("");
        var label = request.path("label").asString("");
        OrderFiles.check(request.path("ownFiles"), "/ownFiles");
        speaking.inTransaction(() -> {
            var said = speaking.request(order, fields, label, supplier, caller, language);
            files.keep(order, said, label, request.path("ownFiles"), caller, language);
            return said;
        });
        return speaking.inTransaction(() -> get(order, caller, language));
    }

    /// Says something on an order, under the label of its request.
    public OrderView.Page answer(UUID id, JsonNode answer, Caller caller, Locale language) {
        var act = Act.find(answer.path("act").asString(""))
                .filter(one -> one != Act.REQUEST)
                .orElseThrow(() -> Problem.refused(List.of(new FieldError(
                        "/act", "one of what may be said next on this order", "このオーダーで次に申述できるもののいずれかです"))));
        OrderFiles.check(answer.path("ownFiles"), "/ownFiles");
        speaking.inTransaction(() -> {
            speaking.takeTurn();
            var folded = orders.get(id, caller);
            var fields = TypedFields.read(act, answer.path("fields"), folded.order());
            var said = speaking.answer(folded, act, fields, caller, language);
            files.keep(id, said, folded.label().text(), answer.path("ownFiles"), caller, language);
            return said;
        });
        return speaking.inTransaction(() -> get(id, caller, language));
    }

    /// What two nations owe each other in a period, and our books toward the partner as they stand.
    @Transactional
    public AccountView account(String partner, LocalDate from, LocalDate to, Caller caller) {
        var drawn = drawUp(partner, from, to, caller);
        var books = accounts.balances(drawn.view(), partner).stream()
                .map(one -> one.balance())
                .toList();
        return AccountView.of(drawn.statement(), drawn.hash(), drawn.label(), books);
    }

    /// A statement of account as it was drawn up for somebody.
    ///
    /// @param hash of the statement
    /// @param label of all orders in it together
    record DrawnUp(StatementOfAccount statement, Hash hash, String label, Orders.View view) {}

    /// Drawing one up is written down.
    ///
    /// @param to the last day
    @Transactional
    DrawnUp drawUp(String partner, LocalDate from, LocalDate to, Caller caller) {
        DeskForm.requirePeriod(from, to);
        var view = orders.view(caller, partner);
        var label = orders.label(view, partner)
                .orElseThrow(() -> new Problem(
                        Category.NOT_FOUND, "there is no order with " + partner, partner + " とのオーダーはありません"));
        var account = accounts.account(view, partner, from, to);
        var hash = account.hash();
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-account-made",
                null,
                partner,
                Map.of(
                        "from",
                        from,
                        "to",
                        to,
                        "hash",
                        hash.hex(),
                        "count",
                        account.entries().size(),
                        "label",
                        label.text()))));
        return new DrawnUp(account, hash, label.text(), view);
    }

    /// This nation's books toward every partner as they stand; each ledger has to sum to zero.
    @Transactional
    public TrialBalance trialBalance(Caller caller) {
        var view = orders.view(caller);
        var balances = accounts.balances(view, "");
        var sums = new HashMap<String, Long>();
        balances.forEach(one -> {
            sums.merge(one.asset() + " " + one.unit(), one.posted(), Math::addExact);
            sums.merge(one.asset() + " " + one.unit() + " pending", one.pending(), Math::addExact);
        });
        var label = orders.marking(view);
        figures.note(caller, new Figures.Subject("books", null, null, null, balances.size(), label));
        return new TrialBalance(label, balances, sums.values().stream().allMatch(sum -> sum == 0));
    }

    /// Agreements under which this nation can ask others today, with what each allows.
    ///
    /// @param terms null when nothing is known of what it allows: then it supplies nothing
    record Choice(
            String partner,
            boolean linked,
            Agreement agreement,
            AgreementState state,
            @Nullable AcsaTerms terms) {}

    public AcsaOptions options() {
        return AcsaOptions.of(self, choices(), register.today());
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
                                one.stateOn(today),
                                AcsaTerms.on(guards.terms(), one.id(), today).orElse(null))))
                .sorted(Comparator.comparing(Choice::partner))
                .toList();
    }
}
