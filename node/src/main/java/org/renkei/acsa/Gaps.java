package org.renkei.acsa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.ComparisonView.GapView;
import org.renkei.acsa.ComparisonView.OrderDifference;
import org.renkei.acsa.Orders.Folded;
import org.renkei.kernel.acsa.OrderState;
import org.renkei.kernel.acsa.Statement;
import org.renkei.kernel.acsa.reconcile.Reconciliation;
import org.renkei.kernel.acsa.reconcile.Reconciliation.Gap;
import org.renkei.release.DecisionView;

/// Why one of the two nations lacks a statement, as far as this node can know.
///
/// @param releases decisions on own statements, by record
record Gaps(
        String self, String partner, List<Folded> folded, Map<UUID, List<DecisionView>> releases, TakenBack takenBack) {

    OrderDifference explain(Reconciliation.OrderDifference one) {
        var gaps = new ArrayList<GapView>();
        one.gaps().forEach(gap -> gaps.add(explain(one.order(), gap)));
        takenBack
                .find(one.order())
                .ifPresent(kept -> kept.gone()
                        .forEach(gone -> gaps.add(new GapView(gone.party(), null, null, gone.record(), "taken-back"))));
        return new OrderDifference(one.order(), code(one.ours()), code(one.theirs()), gaps);
    }

    private static @Nullable String code(@Nullable OrderState state) {
        return state == null ? null : state.code();
    }

    private GapView explain(UUID order, Gap gap) {
        var statement = find(order, gap);
        if (statement == null) {
            return new GapView(gap.party(), gap.number(), null, null, "not-here");
        }
        var reason = gap.party().equals(self) ? reason(statement) : "said-later";
        return new GapView(gap.party(), gap.number(), statement.act().code(), statement.record(), reason);
    }

    private String reason(Statement statement) {
        return releases.getOrDefault(statement.record(), List.of()).stream()
                .filter(one -> one.party().equals(partner))
                .findFirst()
                .map(one -> switch (one.decision()) {
                    case "needs-review" -> "at-review";
                    case "released" -> one.confirmedAt() == null ? "on-its-way" : "said-later";
                    default -> "withheld";
                })
                .orElse("said-later");
    }

    private @Nullable Statement find(UUID order, Gap gap) {
        return folded.stream()
                .filter(one -> one.order().id().equals(order))
                .flatMap(one -> one.statements().stream())
                .filter(one -> one.party().equals(gap.party()) && one.number() == gap.number())
                .findFirst()
                .orElse(null);
    }
}
