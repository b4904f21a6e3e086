package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.Orders.Folded;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Field;
import org.renkei.kernel.acsa.Line;
import org.renkei.kernel.acsa.NextSteps;
import org.renkei.kernel.acsa.Objection;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderClocks.Clock;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.books.Books;
import org.renkei.records.Bodies;
import org.renkei.release.DecisionView;
import tools.jackson.databind.JsonNode;

/// Orders as the API shows them.
public final class OrderView {
    private static final long NO_CLOCK = Long.MAX_VALUE;

    private OrderView() {}

    /// One order in the queue.
    ///
    /// @param yours whether it is this nation's turn
    /// @param unreconciled whether a delivery is older than twelve months and not settled
    /// @param unfit statements that do not fit
    public record Row(
            UUID id,
            String requester,
            String supplier,
            String state,
            String item,
            int lines,
            String currency,
            @Nullable ClockView clock,
            boolean yours,
            boolean unreconciled,
            int unfit,
            int waiting,
            String label) {
        long urgency() {
            return clock == null ? NO_CLOCK : clock.daysLeft();
        }
    }

    public record ClockView(
            String code,
            int delivery,
            String party,
            @Nullable String act,
            LocalDate due,
            long daysLeft,
            String level,
            String source) {}

    /// One line: what was requested, agreed, issued, received and counted.
    public record LineView(
            int line,
            String category,
            String item,
            @Nullable String nsn,
            String unit,
            long requested,
            @Nullable Long agreed,
            @Nullable Long price,
            @Nullable Long per,
            long issued,
            long received,
            long counted) {}

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
            LocalDate limit) {}

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

    public record FieldView(
            String name,
            String type,
            boolean required,
            List<String> choices,
            @Nullable Object value) {}

    /// What this nation may say next; `lines` are filled in as far as they follow.
    public record StepView(
            String act,
            int delivery,
            List<FieldView> fields,
            List<FieldView> lineFields,
            List<Map<String, Object>> lines) {}

    public record BalanceView(String asset, String unit, String account, long posted, long pending) {}

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
            List<ClockView> clocks,
            List<StatementView> statements,
            List<StatementView> waiting,
            List<StepView> next,
            List<String> closedBy,
            List<BalanceView> books,
            String hash) {}

    static Row row(Folded folded, String self, Instant now) {
        var order = folded.order();
        var clock = OrderClocks.nearest(order, now);
        var request = order.request();
        var lines = request == null ? List.<Line>of() : request.lines();
        var today = LocalDate.ofInstant(now, order.zone());
        return new Row(
                order.id(),
                order.requester(),
                order.supplier(),
                order.state().code(),
                lines.isEmpty() ? "" : lines.getFirst().text("item"),
                lines.size(),
                order.currency(),
                clock.map(OrderView::clock).orElse(null),
                OrderClocks.of(order, now).stream().anyMatch(one -> one.party().equals(self) && one.act() != null),
                order.deliveries().stream()
                        .anyMatch(
                                one -> one.settledOn() == null && today.isAfter(OrderClocks.limit(one.deliveredOn()))),
                (int) order.told().stream().filter(told -> !told.fits()).count(),
                order.waiting().size(),
                folded.label().text());
    }

    /// @param as for whom the next steps are; empty for who may say nothing
    static Page page(
            Folded folded,
            String self,
            String as,
            Instant now,
            Locale language,
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
                OrderClocks.of(order, now).stream().map(OrderView::clock).toList(),
                statements,
                waiting,
                NextSteps.of(order, as, LocalDate.ofInstant(now, order.zone())).stream()
                        .map(OrderView::step)
                        .toList(),
                order.closedBy(),
                balances(books(order, self)),
                order.hash().hex());
    }

    /// The supplier's books, or their mirror.
    static Books books(Order order, String self) {
        var books = Books.of(order.transfers());
        return order.supplier().equals(self) ? books : books.mirror();
    }

    static List<BalanceView> balances(Books books) {
        var views = new ArrayList<BalanceView>();
        books.trialBalance()
                .forEach((asset, accounts) -> accounts.forEach((account, balance) -> views.add(new BalanceView(
                        asset.code(),
                        asset.unit(),
                        account.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        balance.posted(),
                        balance.pending()))));
        return views;
    }

    private static ClockView clock(Clock clock) {
        var act = clock.act();
        return new ClockView(
                clock.code(),
                clock.delivery(),
                clock.party(),
                act == null ? null : act.code(),
                clock.due(),
                clock.daysLeft(),
                clock.level(),
                clock.source());
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
                line.text("unit"),
                line.number("quantity"),
                offered.isEmpty() ? null : offered.getFirst().number("quantity"),
                offered.isEmpty() ? null : offered.getFirst().number("price"),
                offered.isEmpty() ? null : offered.getFirst().findNumber("per").orElse(1L),
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
                one.settlement().name().toLowerCase(Locale.ROOT),
                one.items(),
                one.receivedOn(),
                one.claimedOn(),
                one.invoice(),
                one.invoicedOn(),
                one.settledOn(),
                one.due(),
                one.settled(),
                OrderClocks.limit(one.deliveredOn()));
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
                objections.stream()
                        .map(one -> new ObjectionView(one.at(), japanese ? one.japanese() : one.english()))
                        .toList(),
                Bodies.toJson(said.body()),
                own,
                decision == null
                        ? null
                        : new ReleaseView(decision.party(), decision.decision(), decision.confirmedAt()));
    }

    private static StepView step(NextSteps.Step step) {
        return new StepView(
                step.act().code(),
                step.delivery(),
                fields(step.act().fields(), step.filled()),
                fields(step.act().lineFields(), Map.of()),
                step.lines());
    }

    /// Those of a form; lines are asked for on their own.
    static List<FieldView> fields(List<Field> fields, Map<String, Object> filled) {
        var values = new LinkedHashMap<>(filled);
        return fields.stream()
                .filter(field -> field.type() != Field.Type.LINES)
                .map(field -> new FieldView(
                        field.name(),
                        field.type().name().toLowerCase(Locale.ROOT),
                        field.required(),
                        field.choices(),
                        values.get(field.name())))
                .toList();
    }
}
