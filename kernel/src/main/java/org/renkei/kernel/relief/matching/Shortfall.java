package org.renkei.kernel.relief.matching;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.MatchingTask.Demand;
import org.renkei.kernel.relief.matching.MatchingTask.Stop;

/// What a plan leaves unmet of a demand, and why.
///
/// @param missing units from 1
public record Shortfall(int demand, long missing, Cause cause) {
    public enum Cause {
        /// Nobody offers this commodity in this unit.
        NOT_OFFERED,
        /// It would arrive in time, but only by a place that is not open.
        NO_OPEN_PLACE,
        /// What is offered comes too late, or no place takes it in.
        TOO_LATE,
        /// What could come is used up: by others, by deliveries, or by the day's movements of places.
        USED_UP
    }

    /// In the order of the demands.
    public static List<Shortfall> of(MatchingTask task, Routes routes, Plan plan) {
        var served = plan.served(task);
        var found = new ArrayList<Shortfall>();
        @Nullable Routes ifOpen = null;
        for (var demand = 0; demand < served.length; demand++) {
            var wanted = task.demands().get(demand);
            var missing = wanted.quantity() - served[demand];
            if (missing <= 0) {
                continue;
            }
            if (!routes.to(demand).isEmpty()) {
                found.add(new Shortfall(demand, missing, Cause.USED_UP));
            } else if (!isOffered(task, wanted)) {
                found.add(new Shortfall(demand, missing, Cause.NOT_OFFERED));
            } else {
                ifOpen = ifOpen == null ? Routes.of(withAllOpen(task)) : ifOpen;
                var cause = ifOpen.to(demand).isEmpty() ? Cause.TOO_LATE : Cause.NO_OPEN_PLACE;
                found.add(new Shortfall(demand, missing, cause));
            }
        }
        return found;
    }

    private static boolean isOffered(MatchingTask task, Demand wanted) {
        return task.supplies().stream().anyMatch(supply -> Routes.fits(wanted, supply));
    }

    private static MatchingTask withAllOpen(MatchingTask task) {
        var stops = task.stops().stream()
                .map(stop -> new Stop(stop.key(), stop.type(), stop.at(), true, stop.movements()))
                .toList();
        return new MatchingTask(task.from(), task.demands(), task.supplies(), stops);
    }
}
