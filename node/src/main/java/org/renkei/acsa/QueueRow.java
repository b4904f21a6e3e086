package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FoldBook.Outline;
import org.renkei.kernel.acsa.OrderClocks;
import org.renkei.kernel.acsa.OrderClocks.Clock;

/// One order in the queue.
///
/// @param yours whether it is this nation's turn
/// @param unreconciled whether a delivery is older than twelve months and not settled
/// @param unfit statements that do not fit
public record QueueRow(
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
    private static final long NO_CLOCK = Long.MAX_VALUE;

    public record ClockView(
            String code,
            int delivery,
            String party,
            @Nullable String act,
            LocalDate due,
            long daysLeft,
            String level,
            String source,
            String sourceJa) {}

    long urgency() {
        return clock == null ? NO_CLOCK : clock.daysLeft();
    }

    static QueueRow of(Standing order, String self, Instant now) {
        var ahead = order.ahead();
        var clocks = ahead.clocks(now);
        var today = ahead.day(now);
        return new QueueRow(
                ahead.order(),
                ahead.requester(),
                ahead.supplier(),
                order.state(),
                order.item(),
                order.lines(),
                ahead.currency(),
                clocks.isEmpty() ? null : clock(clocks.getFirst()),
                clocks.stream().anyMatch(one -> one.party().equals(self) && one.act() != null),
                ahead.deliveries().stream()
                        .anyMatch(one -> !one.dated() && today.isAfter(OrderClocks.limit(one.deliveredOn()))),
                order.unfit(),
                order.waiting(),
                order.label().text());
    }

    /// One of which nothing can become due any more.
    static QueueRow of(Outline outline) {
        return new QueueRow(
                outline.order(),
                outline.requester(),
                outline.supplier(),
                outline.state(),
                outline.item(),
                outline.lines(),
                outline.currency(),
                null,
                false,
                false,
                outline.unfit(),
                outline.waiting(),
                outline.label());
    }

    static ClockView clock(Clock clock) {
        var act = clock.act();
        return new ClockView(
                clock.code(),
                clock.delivery(),
                clock.party(),
                act == null ? null : act.code(),
                clock.due(),
                clock.daysLeft(),
                clock.level(),
                clock.source(),
                clock.sourceJa());
    }
}
