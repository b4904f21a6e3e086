package org.renkei.acsa;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.AcsaLaw;
import org.renkei.kernel.acsa.AcsaTerms;
import org.renkei.kernel.acsa.Act;
import org.renkei.kernel.acsa.ForeignPayment;
import org.renkei.kernel.acsa.Mending;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderFold;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.exchange.ReferenceRates;
import org.renkei.party.PartyRegister;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What speaks against a statement of this nation before it is stored: missing fields, the state of the order, and the
/// law by the register of this node on this day.
@Component
class OrderGuards {
    private final Orders orders;
    private final TakenBack takenBack;
    private final PartyRegister register;
    private final RateDesk rates;
    private final CeilingDesk ceilings;
    private final Authorities nettings;
    private final InvoiceNumbers invoices;
    private final Clock clock;
    private final String self;
    private final List<AcsaTerms> terms = TermsFile.read();

    OrderGuards(
            Orders orders,
            TakenBack takenBack,
            PartyRegister register,
            RateDesk rates,
            CeilingDesk ceilings,
            Authorities nettings,
            InvoiceNumbers invoices,
            NodeSettings settings,
            Clock clock) {
        this.orders = orders;
        this.takenBack = takenBack;
        this.register = register;
        this.rates = rates;
        this.ceilings = ceilings;
        this.nettings = nettings;
        this.invoices = invoices;
        this.clock = clock;
        this.self = settings.node().party();
    }

    List<AcsaTerms> terms() {
        return terms;
    }

    private AcsaLaw law(Statement said) {
        var foreign = ForeignPayment.of(said);
        var known = said.act() == Act.PAY && foreign.isPresent()
                ? rates.around(
                        said.date("paidOn"),
                        Set.of(said.text("currency"), foreign.get().currency()))
                : ReferenceRates.NONE;
        return new AcsaLaw(register.listAgreements(), terms, known);
    }

    List<Objection> against(CborMap body, Caller writer) {
        var now = HybridTime.micros(clock.instant());
        var reading = StatementReader.read(new UUID(0, 0), self, new HybridTime(now, 0), body);
        var read = reading.statement();
        if (read == null) {
            var all = new ArrayList<>(reading.objections());
            Mending.of(body, reading.objections(), LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                    .ifPresent(mended -> all.addAll(mended.others(judged(mended.body(), writer))));
            return all;
        }
        return against(read, body, writer);
    }

    /// Of a body that was mended so that it can be read.
    private List<Objection> judged(CborMap body, Caller writer) {
        var time = new HybridTime(HybridTime.micros(clock.instant()), 0);
        var read = StatementReader.read(new UUID(0, 0), self, time, body).statement();
        return read == null ? List.of() : against(read, body, writer);
    }

    private List<Objection> against(Statement read, CborMap body, Caller writer) {
        var now = HybridTime.micros(clock.instant());
        if (!takenBack.among(List.of(read.order())).isEmpty()) {
            return List.of(new Objection(
                    "/act",
                    "a statement that both had closed over was taken back: what is to be put right goes into a new order",
                    "両国が締め切った申述が撤回されたオーダーです。訂正は新しいオーダーで行ってください"));
        }
        var before = orders.find(read.order(), writer);
        var said = before.map(Orders.Folded::statements).orElse(List.of());
        var newest = said.stream().mapToLong(one -> one.time().micros()).max().orElse(0);
        var time = new HybridTime(Math.max(now, newest + 1), 0);
        var statement = StatementReader.read(new UUID(0, 0), self, time, body).statement();
        return statement == null ? List.of() : against(statement, said, writer);
    }

    private List<Objection> against(Statement statement, List<Statement> said, Caller writer) {
        var all = new ArrayList<>(said);
        all.add(statement);
        var objections = new ArrayList<Objection>();
        OrderFold.fold(statement.order(), all).told().stream()
                .filter(told -> told.statement().equals(statement))
                .findFirst()
                .map(Order.Told::objections)
                .ifPresentOrElse(
                        objections::addAll,
                        () -> objections.add(
                                new Objection("/after", "it names statements that are not here", "ここにない申述を指しています")));
        var fits = objections.isEmpty();
        var order = OrderFold.fold(statement.order(), said);
        objections.addAll(law(statement).check(order, statement));
        objections.addAll(invoices.against(statement, writer));
        if (fits) {
            objections.addAll(ceilings.against(order, statement, writer));
            objections.addAll(nettings.against(order, statement));
        }
        return objections;
    }
}
