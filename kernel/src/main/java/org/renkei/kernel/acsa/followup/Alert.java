package org.renkei.kernel.acsa.followup;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.acsa.Order;
import org.renkei.kernel.acsa.OrderClocks.Clock;

/// A clock that has come so near that somebody has to be told, or is past. The days are the desk's own; no source
/// names any but the limits themselves.
///
/// @param since the day on which this rung was reached
public record Alert(UUID order, Clock clock, Rung rung, LocalDate since) {

    /// In the order in which they are reached.
    public enum Rung {
        NINETY(-90, Addressee.OFFICER),
        SIXTY(-60, Addressee.OFFICER),
        THIRTY(-30, Addressee.OFFICER),
        SEVEN(-7, Addressee.OFFICER),
        OVERDUE(1, Addressee.HEAD),
        /// Thirty days past.
        ESCALATED(30, Addressee.AUTHORITY);

        private final int fromDue;
        private final Addressee addressee;

        Rung(int fromDue, Addressee addressee) {
            this.fromDue = fromDue;
            this.addressee = addressee;
        }

        public Addressee addressee() {
            return addressee;
        }

        public LocalDate since(LocalDate due) {
            return due.plusDays(fromDue);
        }

        public String code() {
            return this == OVERDUE ? "overdue" : this == ESCALATED ? "escalated" : Integer.toString(-fromDue);
        }
    }

    public enum Addressee {
        OFFICER,
        /// The head of the desk.
        HEAD,
        /// Whoever answers for settlement in that nation: comptroller, revenue officer.
        AUTHORITY
    }

    /// Every rung that was reached, of every clock that runs.
    public static List<Alert> of(Order order, Instant now) {
        return of(Ahead.of(order), now);
    }

    /// Every rung that was reached, of every clock that runs.
    public static List<Alert> of(Ahead order, Instant now) {
        var today = order.day(now);
        var alerts = new ArrayList<Alert>();
        for (var clock : order.clocks(now)) {
            for (var rung : Rung.values()) {
                var since = rung.since(clock.due());
                if (!today.isBefore(since)) {
                    alerts.add(new Alert(order.order(), clock, rung, since));
                }
            }
        }
        return alerts;
    }

    /// The highest rung of each clock.
    public static List<Alert> highest(Order order, Instant now) {
        return highest(Ahead.of(order), now);
    }

    /// The highest rung of each clock.
    public static List<Alert> highest(Ahead order, Instant now) {
        var today = order.day(now);
        return order.clocks(now).stream()
                .flatMap(clock -> Arrays.stream(Rung.values())
                        .filter(rung -> !today.isBefore(rung.since(clock.due())))
                        .reduce((lower, higher) -> higher)
                        .map(rung -> new Alert(order.order(), clock, rung, rung.since(clock.due())))
                        .stream())
                .toList();
    }
}
