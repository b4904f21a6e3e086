package org.renkei.acsa;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.acsa.Orders.Folded;
import org.renkei.identity.Caller;
import org.renkei.kernel.acsa.Delivery;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.StatementReader;
import org.renkei.kernel.difference.Contradiction;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.sight.Showings;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Orders of which something can still become due as subjects of which two nations speak, as one caller
/// sees them.
@Service
public class OrderSubjects {
    /// Of the records in which it is said.
    public static final String KIND = Orders.KIND;

    private static final Set<OrderState> OFFERED =
            EnumSet.of(OrderState.COUNTERED, OrderState.AGREED, OrderState.DELIVERING);

    private final Orders orders;
    private final Showings showings;

    OrderSubjects(Orders orders, Showings showings) {
        this.orders = orders;
        this.showings = showings;
    }

    /// To be called within a transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Subject> list(boolean exercise, Caller caller) {
        return orders.standing(caller).stream()
                .filter(one -> one.label().exercise() == exercise)
                .map(OrderSubjects::subject)
                .toList();
    }

    /// What a nation offers to supply, and has not delivered yet.
    ///
    /// @param category of its first line
    /// @param open while the other has not agreed
    public record Offer(UUID order, String party, String category, boolean open, Label label) {}

    /// Of orders that were quoted and are not delivered. To be called within a transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Offer> offers(boolean exercise, Caller caller) {
        var offered = orders.standing(caller).stream()
                .filter(one -> one.label().exercise() == exercise)
                .filter(one -> OFFERED.contains(one.order().state()))
                .toList();
        showings.note(
                caller,
                "orders",
                orders.first(offered.stream().map(Standing::of).toList(), List.of()));
        return offered.stream()
                .map(one -> new Offer(
                        one.order().id(),
                        one.order().supplier(),
                        category(one.order()),
                        one.order().state() == OrderState.COUNTERED,
                        one.label()))
                .toList();
    }

    private static String category(Order order) {
        var request = order.request();
        return request == null || request.lines().isEmpty()
                ? ""
                : request.lines().getFirst().text("category");
    }

    private static Subject subject(Folded folded) {
        var order = folded.order();
        var request = order.request();
        var item = request == null || request.lines().isEmpty()
                ? ""
                : request.lines().getFirst().text("item");
        var disputed =
                order.deliveries().stream().flatMap(one -> one.items().stream()).anyMatch(Delivery.Item::disputed);
        return new Subject(
                "order " + order.id(),
                "order",
                item,
                item,
                order.id().toString(),
                folded.label(),
                order.told().stream()
                        .filter(Order.Told::fits)
                        .map(told -> piece(told.statement(), folded.label()))
                        .toList(),
                disputed ? List.of(new Contradiction("quantity", order.requester(), order.supplier())) : List.of());
    }

    private static Piece piece(Statement said, Label label) {
        return new Piece(
                said.record(),
                said.party(),
                "order " + said.order(),
                said.time().instant(),
                KIND,
                said.act().code(),
                "",
                "",
                label);
    }

    /// What a record said that was taken back; empty where that cannot be read.
    public static Optional<Piece> read(SharedRecord content) {
        return Optional.ofNullable(
                        StatementReader.read(content.id(), content.origin().party(), content.time(), content.body())
                                .statement())
                .map(said -> piece(said, content.banner()));
    }
}
