package org.renkei.acsa;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.ComparisonView.Said;
import org.renkei.acsa.ComparisonView.Side;
import org.renkei.acsa.Orders.Folded;
import org.renkei.acsa.SaidAccounts.One;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementOfAccount;
import org.renkei.kernel.acsa.reconcile.Reconciliation;
import org.renkei.kernel.acsa.reconcile.SaidAccount;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.release.DecisionView;
import org.renkei.release.Reach;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Figures;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Both nations' books side by side: this nation says its account as the partner may know it, and holds what the
/// partner said against what it holds.
@Service
public class ReconcileDesk {
    private final Orders orders;
    private final AccountBook accounts;
    private final SaidAccounts said;
    private final TakenBack takenBack;
    private final ReleaseDesk releases;
    private final Showings showings;
    private final Figures figures;
    private final Reach reach;
    private final AuditLog audit;
    private final JsonMapper json;
    private final String self;

    ReconcileDesk(
            Orders orders,
            AccountBook accounts,
            SaidAccounts said,
            TakenBack takenBack,
            ReleaseDesk releases,
            Showings showings,
            Figures figures,
            Reach reach,
            AuditLog audit,
            NodeSettings settings,
            JsonMapper json) {
        this.orders = orders;
        this.accounts = accounts;
        this.said = said;
        this.takenBack = takenBack;
        this.releases = releases;
        this.showings = showings;
        this.figures = figures;
        this.reach = reach;
        this.audit = audit;
        this.json = json;
        this.self = settings.node().party();
    }

    /// @param to the last day
    @Transactional
    public ComparisonView compare(String partner, LocalDate from, LocalDate to, Caller caller, Locale language) {
        var folded = period(partner, from, to, caller);
        var theirs = said.list(partner, self, caller);
        var answer = SaidAccounts.of(theirs, from, to);
        var over = answer.map(One::label)
                .filter(label -> orders.label(orders.view(caller, partner), partner)
                        .filter(all -> !label.dominates(all))
                        .isPresent());
        var ours = over.map(label -> within(label, partner, from, to, caller))
                .orElseGet(() -> held(folded, partner, from, to, caller));
        var compared = answer.map(one -> Reconciliation.of(ours, one.account())).orElseGet(Reconciliation::unanswered);
        var differing = compared.orders();
        var told = releases(folded, differing.stream().map(one -> one.order()).toList(), caller, language);
        var gaps = new Gaps(self, partner, folded, told, takenBack);
        var named = differing.stream().map(one -> one.order()).collect(Collectors.toSet());
        note(folded, named, theirs, partner, from, to, caller);
        return new ComparisonView(
                self,
                partner,
                from,
                to,
                compared.verdict().code(),
                Side.of(ours),
                SaidAccounts.of(said.list(self, partner, caller), from, to)
                        .map(one -> ours(one, partner, caller, language))
                        .orElse(null),
                answer.map(one -> new Said(one.record(), one.at(), Side.of(one.account()), null, null))
                        .orElse(null),
                ComparisonView.net(compared),
                differing.stream().map(gaps::explain).toList(),
                compared.alike(),
                over.map(Label::text).orElse(null),
                over.map(label -> beyond(folded, label)).orElse(0),
                theirs.stream()
                        .filter(one -> !one.isOf(from, to))
                        .map(one -> new ComparisonView.Period(
                                one.account().from(), one.account().to(), one.at()))
                        .distinct()
                        .toList());
    }

    /// Orders that differ, and what the partner said, are named; of the others that there were so many.
    private void note(
            List<Folded> folded,
            Set<UUID> differing,
            List<One> theirs,
            String partner,
            LocalDate from,
            LocalDate to,
            Caller caller) {
        var named = folded.stream().filter(one -> differing.contains(one.order().id()));
        showings.note(
                caller,
                "comparison",
                Stream.concat(
                                orders.first(named.map(Standing::of).toList(), List.of()).stream(),
                                theirs.stream().map(One::record))
                        .toList());
        var label = orders.label(orders.view(caller, partner), partner).map(Label::text);
        label.ifPresent(
                one -> figures.note(caller, new Figures.Subject("comparison", partner, from, to, folded.size(), one)));
    }

    private Said ours(One one, String partner, Caller caller, Locale language) {
        var decision = releases
                .releases(List.of(one.record()), List.of(partner), caller, language)
                .getOrDefault(one.record(), List.of())
                .stream()
                .filter(view -> view.party().equals(partner))
                .findFirst();
        return new Said(
                one.record(),
                one.at(),
                Side.of(one.account()),
                decision.map(DecisionView::decision).orElse(null),
                decision.map(DecisionView::confirmedAt).orElse(null));
    }

    /// Says the account to the partner, as a record under the label of all that is in it. What an officer still holds
    /// back is not in it: nothing of that is to be told by a number that is missing.
    ///
    /// @param request `from` and `to`, the last day
    @Transactional
    public ComparisonView say(String partner, JsonNode request, Caller caller, Locale language) {
        var form = new DeskForm(request);
        var from = form.date("from");
        var to = form.date("to");
        form.refuse();
        var folded = period(partner, from, to, caller);
        var held = heldBack(folded, partner, caller, language);
        var all = held.isEmpty() ? folded : orders.all(caller, partner);
        var account = held.isEmpty() ? held(folded, partner, from, to, caller) : without(held, all, partner, from, to);
        var label = held.isEmpty()
                ? orders.label(orders.view(caller, partner), partner).map(Label::text)
                : label(all, held);
        if (label.isEmpty()) {
            throw none(partner);
        }
        if (account.orders().size() > SaidAccount.MOST_ORDERS) {
            throw Problem.refused(List.of(new FieldError(
                    "/from",
                    "more than " + SaidAccount.MOST_ORDERS + " orders: choose a shorter period",
                    "オーダーが " + SaidAccount.MOST_ORDERS + " 件を超えます。期間を短くしてください")));
        }
        var draft = draft(account, label.get(), partner, from, to);
        reach.require(draft, List.of(partner), caller, language);
        releases.create(draft, caller, language);
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-account-said",
                null,
                partner,
                Map.of("from", from, "to", to, "hash", account.hash().hex()))));
        return compare(partner, from, to, caller, language);
    }

    private ObjectNode draft(SaidAccount account, String label, String partner, LocalDate from, LocalDate to) {
        var body = (ObjectNode) Bodies.toJson(account.body());
        body.putObject("title")
                .put("en", "Statement of account " + self + " – " + partner + ", " + from + " to " + to)
                .put("ja", "計算書 " + self + " – " + partner + "（" + from + "〜" + to + "）");
        var draft = json.createObjectNode();
        draft.put("kind", SaidAccounts.KIND).put("label", label).put("precedence", "ROUTINE");
        draft.set("body", body);
        return draft;
    }

    private List<Folded> period(String partner, LocalDate from, LocalDate to, Caller caller) {
        DeskForm.requirePeriod(from, to);
        var folded = orders.concerning(caller, partner, from, to);
        if (folded.isEmpty() && orders.all(caller, partner).isEmpty()) {
            throw none(partner);
        }
        return folded;
    }

    private static Problem none(String partner) {
        return new Problem(Category.NOT_FOUND, "there is no order with " + partner, partner + " とのオーダーはありません");
    }

    private SaidAccount held(List<Folded> folded, String partner, LocalDate from, LocalDate to, Caller caller) {
        var account = accounts.account(orders.view(caller, partner), partner, from, to);
        return SaidAccount.of(account, folded.stream().map(Folded::order).toList());
    }

    /// What is held of orders that bear no more than a label: whoever said an account under it may have seen no others,
    /// and says nothing of them.
    private SaidAccount within(Label label, String partner, LocalDate from, LocalDate to, Caller caller) {
        var all = orders.all(caller, partner).stream()
                .filter(one -> label.dominates(one.label()))
                .map(Folded::order)
                .toList();
        return SaidAccount.of(StatementOfAccount.of(all, self, partner, from, to), all);
    }

    private static int beyond(List<Folded> folded, Label label) {
        return (int)
                folded.stream().filter(one -> !label.dominates(one.label())).count();
    }

    private SaidAccount without(Set<UUID> held, List<Folded> all, String partner, LocalDate from, LocalDate to) {
        var folded = all.stream()
                .map(one -> OrderFold.fold(one.order().id(), left(one, held)))
                .toList();
        return SaidAccount.of(StatementOfAccount.of(folded, self, partner, from, to), folded);
    }

    private static List<Statement> left(Folded folded, Set<UUID> held) {
        return folded.statements().stream()
                .filter(one -> !held.contains(one.record()))
                .toList();
    }

    /// Own statements of which the partner was not given anything yet.
    private Set<UUID> heldBack(List<Folded> folded, String partner, Caller caller, Locale language) {
        var held = new HashSet<UUID>();
        releases(folded, null, caller, language).forEach((record, decisions) -> {
            if (decisions.stream()
                    .noneMatch(
                            one -> one.party().equals(partner) && one.decision().equals("released"))) {
                held.add(record);
            }
        });
        return held;
    }

    /// @param of orders; null for all
    private Map<UUID, List<DecisionView>> releases(
            List<Folded> folded, @Nullable Collection<UUID> of, Caller caller, Locale language) {
        var own = folded.stream()
                .filter(one -> of == null || of.contains(one.order().id()))
                .flatMap(one -> one.statements().stream())
                .filter(one -> one.party().equals(self))
                .map(Statement::record)
                .toList();
        var nations = folded.stream()
                .flatMap(one -> Stream.of(one.order().requester(), one.order().supplier()))
                .collect(Collectors.toSet());
        return releases.releases(own, nations, caller, language);
    }

    /// That of every order of which something is told; never one that only what is held back bears.
    private static Optional<String> label(List<Folded> all, Set<UUID> held) {
        return all.stream()
                .flatMap(one -> one.records().values().stream())
                .filter(seen -> !held.contains(seen.record().id()))
                .flatMap(seen -> Stream.ofNullable(seen.record().content()))
                .map(SharedRecord::banner)
                .reduce(Label::combine)
                .map(Label::text);
    }
}
