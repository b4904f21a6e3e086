package org.renkei.matching;

import ai.timefold.solver.core.api.domain.entity.PlanningEntity;
import ai.timefold.solver.core.api.domain.lookup.PlanningId;
import ai.timefold.solver.core.api.domain.valuerange.ValueRangeProvider;
import ai.timefold.solver.core.api.domain.variable.PlanningVariable;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.matching.Route;

/// One of the deliveries that a demand may get, and the route chosen for it. Public because the solver
/// makes and copies it.
@PlanningEntity
public class Delivery {
    @PlanningId
    private int slot;

    @ValueRangeProvider(id = "routes")
    private List<Route> routes = List.of();

    @PlanningVariable(valueRangeProviderRefs = "routes", allowsUnassigned = true)
    private @Nullable Route route;

    /// For the solver.
    public Delivery() {}

    Delivery(int slot, List<Route> routes, @Nullable Route route) {
        this.slot = slot;
        this.routes = routes;
        this.route = route;
    }

    int slot() {
        return slot;
    }

    List<Route> routes() {
        return routes;
    }

    @Nullable
    Route route() {
        return route;
    }
}
