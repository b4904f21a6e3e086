package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.acsa.TakenBack.Sealed;
import org.renkei.acsa.supply.SupplyClasses;
import org.renkei.kernel.acsa.CostElement;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.NextSteps;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Onward;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.Statement;
import org.renkei.records.Bodies;
import org.renkei.release.DecisionView;
import tools.jackson.databind.JsonNode;

/// Orders as the API shows them.
public final class OrderView {
    private OrderView() {}

    /// One line: what was requested, agreed, issued, received and counted.
    ///
    /// @param supplyClass what the stock number says, in `en` and in `ja`
    public record LineView(
            int line,
            String category,
            String item,
            @Nullable String nsn,
            @Nullable Map<String, String> supplyClass,
            String unit,
            long requested,
            @Nullable Long agreed,
            @Nullable Long price,
            @Nullable Long per,
            List<CostView> costs,
            long issued,
            long received,
            long counted) {}

    /// @param element as its field in a quote is named
    public record CostView(String element, long amount) {}

    public record DeliveryView(
            int number,
            LocalDate deliveredOn,
            String state,
            String settlement,
            List<Delivery.Item> items,
            @Nullable LocalDate receivedOn,
            @Nullable LocalDate claimedOn,
            @Nullable String invoice,
            @Nullable LocalDate invoicedOn,
            @Nullable LocalDate settledOn,
            long due,
            long settled,
            long netted,
            LocalDate limit) {}

    /// A transfer to others than the two parties: asked for, consented to or refused, handed on.
    public record OnwardView(
            int number,
            String recipient,
            List<OnwardItem> items,
            LocalDate askedOn,
            String state,
            @Nullable LocalDate handedOn) {}

    public record OnwardItem(int line, long quantity) {}

    public record ObjectionView(String at, String text) {}

    /// @param release null for what the partner said
    public record StatementView(
            UUID record,
            String party,
            int number,
            String act,
            Instant time,
            boolean fits,
            List<ObjectionView> objections,
            JsonNode fields,
            boolean own,
            @Nullable ReleaseView release) {}

    public record ReleaseView(
            String party, String decision, @Nullable String confirmedAt) {}

    /// A statement that its nation took back after both had closed over it.
    public record TakenBackView(UUID record, String party, Instant at) {}

    /// Files that this nation keeps with one of its statements.
    ///
    /// @param on the record of the statement
    public record OwnFiles(String on, JsonNode attachments) {}

    /// @param takenBack what is gone: state, books and hash are those of before, and nothing more can be said
    /// @param ceilings of this nation that agreeing to the newest quote would exceed
    public record Page(
            UUID id,
            String own,
            String requester,
            String supplier,
            String state,
            String label,
            JsonNode request,
            @Nullable JsonNode offer,
            boolean agreed,
            List<LineView> lines,
            List<DeliveryView> deliveries,
            List<OnwardView> onward,
            List<QueueRow.ClockView> clocks,
            List<StatementView> statements,
            List<StatementView> waiting,
            List<FormView.StepView> next,
            List<ObjectionView> ceilings,
            List<String> closedBy,
            List<TakenBackView> takenBack,
            List<OwnFiles> ownFiles,
            List<BooksView.BalanceView> books,
            String hash) {
        /// As it was before something of it was taken back.
        Page sealed(Sealed kept) {
            return new Page(
                    id,
                    own,
                    requester,
                    supplier,
                    kept.outline().state(),
                    label,
                    request,
                    offer,
                    agreed,
                    lines,
                    deliveries,
                    onward,
                    List.of(),
                    statements,
                    waiting,
                    List.of(),
                    List.of(),
                    closedBy,
                    kept.gone().stream()
                            .map(one -> new TakenBackView(one.record(), one.party(), one.at()))
                            .toList(),
                    ownFiles,
                    AccountBook.balances(kept.postings()),
                    kept.outline().hash());
        }
    }

    /// @param as for whom the next steps are; empty for who may say nothing
    static Page page(
            Folded folded,
            String self,
            String as,
            Instant now,
            Locale language,
            List<Objection> ceilings,
            List<OwnFiles> ownFiles,
            Function<UUID, @Nullable DecisionView> released) {
        var order = folded.order();
        var request = order.request();
        var offer = order.offer();
        if (request == null) {
            throw new IllegalArgumentException("nothing was requested");
        }
        var statements = order.told().stream()
                .map(told -> statement(told.statement(), told.objections(), self, language, released))
                .toList();
        var waiting = order.waiting().stream()
                .map(one -> statement(one, List.of(), self, language, released))
                .toList();
        return new Page(
                order.id(),
                self,
                order.requester(),
                order.supplier(),
                order.state().code(),
                folded.label().text(),
                Bodies.toJson(request.body()),
                offer == null ? null : Bodies.toJson(offer.body()),
                order.agreed(),
                request.lines().stream().map(line -> line(line, order)).toList(),
                order.deliveries().stream().map(OrderView::delivery).toList(),
                order.onward().stream().map(OrderView::onward).toList(),
                OrderClocks.of(order, now).stream().map(QueueRow::clock).toList(),
                statements,
                waiting,
                NextSteps.of(order, as, LocalDate.ofInstant(now, order.zone())).stream()
                        .map(FormView::step)
                        .toList(),
                ceilings.stream().map(one -> objection(one, language)).toList(),
                order.closedBy(),
                List.of(),
                ownFiles,
                BooksView.balances(BooksView.books(order, self)),
                order.hash().hex());
    }

    private static ObjectionView objection(Objection one, Locale language) {
        var japanese = language.getLanguage().equals("ja");
        return new ObjectionView(one.at(), japanese ? one.japanese() : one.english());
    }

    private static LineView line(Line line, Order order) {
        var offer = order.offer();
        var offered = offer == null
                ? List.<Line>of()
                : offer.lines().stream()
                        .filter(one -> one.line() == line.line())
                        .toList();
        var items = order.deliveries().stream()
                .flatMap(one -> one.items().stream())
                .filter(item -> item.line() == line.line())
                .toList();
        return new LineView(
                line.line(),
                line.text("category"),
                line.text("item"),
                line.findText("nsn").orElse(null),
                line.findText("nsn").map(SupplyClasses::nameOf).orElse(null),
                line.text("unit"),
                line.number("quantity"),
                offered.isEmpty() ? null : offered.getFirst().number("quantity"),
                offered.isEmpty() ? null : offered.getFirst().number("price"),
                offered.isEmpty() ? null : offered.getFirst().findNumber("per").orElse(1L),
                offered.stream()
                        .flatMap(one -> CostElement.of(one).stream())
                        .map(cost -> new CostView(cost.element().field(), cost.amount()))
                        .toList(),
                items.stream().mapToLong(Delivery.Item::issued).sum(),
                items.stream().mapToLong(item -> orNothing(item.received())).sum(),
                items.stream().mapToLong(item -> orNothing(item.counted())).sum());
    }

    private static long orNothing(@Nullable Long number) {
        return number == null ? 0 : number;
    }

    private static DeliveryView delivery(Delivery one) {
        return new DeliveryView(
                one.number(),
                one.deliveredOn(),
                one.state().code(),
                one.settlement().code(),
                one.items(),
                one.receivedOn(),
                one.claimedOn(),
                one.invoice(),
                one.invoicedOn(),
                one.settledOn(),
                one.due(),
                one.settled(),
                one.netted(),
                OrderClocks.limit(one.deliveredOn()));
    }

    private static OnwardView onward(Onward one) {
        var items = one.quantities().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(item -> new OnwardItem(item.getKey(), item.getValue()))
                .toList();
        return new OnwardView(
                one.number(), one.recipient(), items, one.askedOn(), one.state().code(), one.handedOn());
    }

    private static StatementView statement(
            Statement said,
            List<Objection> objections,
            String self,
            Locale language,
            Function<UUID, @Nullable DecisionView> released) {
        var japanese = language.getLanguage().equals("ja");
        var own = said.party().equals(self);
        var decision = own ? released.apply(said.record()) : null;
        return new StatementView(
                said.record(),
                said.party(),
                said.number(),
                said.act().code(),
                said.time().instant(),
                objections.isEmpty(),
                objections.stream().map(one -> objection(one, language)).toList(),
                Bodies.toJson(said.body()),
                own,
                decision == null
                        ? null
                        : new ReleaseView(decision.party(), decision.decision(), decision.confirmedAt()));
    }
}
