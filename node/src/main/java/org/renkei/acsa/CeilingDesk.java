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
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.Commitment;
import org.renkei.kernel.acsa.Commitment.Direction;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.SupplyCategory;
import org.renkei.kernel.acsa.ceiling.Ceiling;
import org.renkei.kernel.acsa.ceiling.Ceilings;
import org.renkei.kernel.exchange.ReferenceRates;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Figures;
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
    private final CommitmentBook counted;
    private final PartyRegister register;
    private final Sights sights;
    private final Figures figures;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    CeilingDesk(
            CeilingBook book,
            RateTable rates,
            Orders orders,
            CommitmentBook counted,
            PartyRegister register,
            Sights sights,
            Figures figures,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.book = book;
        this.rates = rates;
        this.orders = orders;
        this.counted = counted;
        this.register = register;
        this.sights = sights;
        this.figures = figures;
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

    @Transactional
    public List<CeilingView> list(Caller caller) {
        if (sights.isLiaison(caller)) {
            return List.of();
        }
        var seesAll = seesAll(caller);
        var commitments = commitments(null);
        if (seesAll) {
            var label = orders.marking(orders.view(caller));
            figures.note(caller, new Figures.Subject("ceilings", null, null, null, commitments.size(), label));
        }
        return ceilings(commitments).uses(commitments).stream()
                .map(use -> view(use, seesAll))
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
        var terms = said.act() == Act.QUOTE ? said : said.act() == Act.AGREE ? before.offer() : null;
        return exceeded(before, terms, writer);
    }

    /// What would speak against agreeing to the newest quote of an order today.
    List<Objection> ahead(Order order, Caller caller) {
        var open = order.state() == OrderState.COUNTERED && !sights.isLiaison(caller);
        return open ? exceeded(order, order.offer(), caller) : List.of();
    }

    private List<Objection> exceeded(Order before, @Nullable Statement terms, Caller writer) {
        var request = before.request();
        if (request == null || terms == null || book.standing().isEmpty()) {
            return List.of();
        }
        var others = commitments(before.id());
        var today = LocalDate.ofInstant(clock.instant(), before.zone());
        var wanted = Commitment.ofQuote(request, terms, self, today);
        var counted = Stream.concat(others.stream(), wanted.stream()).toList();
        return ceilings(counted).against(others, wanted, seesAll(writer));
    }

    private boolean seesAll(Caller caller) {
        return caller.person() == null
                || !sights.isLiaison(caller) && orders.within(caller).all();
    }

    /// Of every order that this node holds.
    private List<Commitment> commitments(@Nullable UUID without) {
        return book.standing().isEmpty()
                ? List.of()
                : counted.standing(register.today(), orders.whole().whole(), without);
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
