package org.renkei.acsa;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.ceiling.Ceiling;
import org.renkei.kernel.acsa.ceiling.Ceilings;
import org.renkei.kernel.exchange.ReferenceRates;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/// The ceilings of this nation: set, ended, and asked before it quotes or agrees. Every order of the nation counts,
/// also those that the officer does not see; what is left is told only to who sees them all. No other nation learns
/// of them.
@Service
public class CeilingDesk {
    private final CeilingBook book;
    private final RateTable rates;
    private final Orders orders;
    private final PartyRegister register;
    private final Sights sights;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    CeilingDesk(
            CeilingBook book,
            RateTable rates,
            Orders orders,
            PartyRegister register,
            Sights sights,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.book = book;
        this.rates = rates;
        this.orders = orders;
        this.register = register;
        this.sights = sights;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// @param consumed null, like the other figures, for who does not see every order that counts
    /// @param withoutRate what could not be counted for want of a rate
    public record CeilingView(
            UUID id,
            String name,
            @Nullable String agreement,
            @Nullable String partner,
            List<String> categories,
            String direction,
            LocalDate from,
            LocalDate to,
            long amount,
            String currency,
            String source,
            @Nullable Long consumed,
            @Nullable Long reserved,
            @Nullable Long left,
            List<String> withoutRate) {}

    @Transactional(readOnly = true)
    public List<CeilingView> list(Caller caller) {
        if (sights.isLiaison(caller)) {
            return List.of();
        }
        var all = orders.all();
        var figures = seesAll(caller, all);
        var commitments = commitments(all, null);
        return ceilings(commitments).uses(commitments).stream()
                .map(use -> view(use, figures))
                .toList();
    }

    private static CeilingView view(Ceilings.Use use, boolean figures) {
        var one = use.ceiling();
        return new CeilingView(
                one.id(),
                one.name(),
                one.agreement(),
                one.partner(),
                one.categories().stream().sorted().map(SupplyCategory::code).toList(),
                one.direction().code(),
                one.from(),
                one.to(),
                one.amount(),
                one.currency(),
                one.source(),
                figures ? use.consumed() : null,
                figures ? use.reserved() : null,
                figures ? use.left() : null,
                figures ? use.withoutRate() : List.of());
    }

    @Transactional
    public List<CeilingView> set(JsonNode body, Caller caller) {
        var form = new DeskForm(body);
        var id = UUID.randomUUID();
        var name = form.text("name");
        var agreement = form.optionalText("agreement");
        var partner = form.optionalText("partner");
        var direction = form.choice("direction", List.of(Direction.values()), Direction::code);
        var categories = form.choices("categories", List.of(SupplyCategory.values()), SupplyCategory::code);
        var from = form.date("from");
        var to = form.date("to");
        var amount = form.amount("amount");
        var currency = form.currency("currency");
        var source = form.text("source");
        form.must(!to.isBefore(from), "/to", "it ends before it begins", "終わりが始まりより前です");
        form.must(
                agreement == null
                        || register.listAgreements().stream()
                                .anyMatch(one -> one.id().equals(agreement)),
                "/agreement",
                "no agreement of that id is in the register",
                "その協定は登録されていません");
        form.refuse();
        var ceiling = new Ceiling(
                id,
                name,
                agreement,
                partner,
                categories,
                Objects.requireNonNull(direction),
                from,
                to,
                amount,
                currency,
                source);
        book.set(ceiling, caller.getName(), clock.instant());
        told(caller, "acsa-ceiling-set", id, partner);
        return list(caller);
    }

    @Transactional
    public List<CeilingView> end(UUID id, Caller caller) {
        if (!book.end(id, caller.getName(), clock.instant())) {
            throw new Problem(Category.NOT_FOUND, "no such ceiling stands", "その上限はありません");
        }
        told(caller, "acsa-ceiling-ended", id, null);
        return list(caller);
    }

    private void told(Caller caller, String event, UUID id, @Nullable String partner) {
        audit.append(List.of(new AuditEvent(caller.getName(), event, null, partner, Map.of("ceiling", id.toString()))));
    }

    /// What speaks against a statement by which this nation binds itself.
    ///
    /// @param before the order without it
    List<Objection> against(Order before, Statement said, Caller writer) {
        var request = before.request();
        var terms = said.act() == Act.QUOTE ? said : said.act() == Act.AGREE ? before.offer() : null;
        if (request == null || terms == null || book.standing().isEmpty()) {
            return List.of();
        }
        var all = orders.all();
        var others = commitments(all, before.id());
        var wanted = Commitment.ofQuote(request, terms, self, register.today());
        var counted = Stream.concat(others.stream(), wanted.stream()).toList();
        return ceilings(counted).against(others, wanted, seesAll(writer, all));
    }

    private boolean seesAll(Caller caller, List<Folded> all) {
        return caller.person() == null
                || !sights.isLiaison(caller) && orders.list(caller).size() == all.size();
    }

    private List<Commitment> commitments(List<Folded> all, @Nullable UUID without) {
        var today = register.today();
        return all.stream()
                .map(Folded::order)
                .filter(order -> !order.id().equals(without))
                .flatMap(order -> Commitment.of(order, self, today).stream())
                .toList();
    }

    private Ceilings ceilings(Collection<Commitment> counted) {
        var standing = book.standing();
        var currencies = new TreeSet<String>();
        standing.forEach(one -> currencies.add(one.currency()));
        counted.forEach(one -> currencies.add(one.currency()));
        var days = new ArrayList<>(counted.stream().map(Commitment::on).sorted().toList());
        if (days.isEmpty() || currencies.size() < 2) {
            return new Ceilings(standing, ReferenceRates.NONE);
        }
        return new Ceilings(standing, rates.between(days.getFirst(), days.getLast(), currencies));
    }
}
