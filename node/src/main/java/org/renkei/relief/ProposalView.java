package org.renkei.relief;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.renkei.kernel.relief.Words;

/// Who could serve what, as a solver proposes it; nobody is told of it until a person decides.
///
/// @param whole weighted need in all, in thousandths of a need of weight 1
/// @param met what of it the plan meets
/// @param bound what no plan can exceed
/// @param firstCome what first come, first served would meet
/// @param complete whether the search went all its moves
public record ProposalView(
        boolean exercise,
        Instant made,
        int needs,
        int offers,
        int places,
        int closed,
        List<LineView> lines,
        List<MissingView> missing,
        List<LeftOutView> leftOut,
        long whole,
        long met,
        long bound,
        long firstCome,
        boolean complete,
        long tookMillis) {

    /// @param via a record that reports the place by way of which it comes
    /// @param decision what it would be said as: `promised` of an own offer, `proposed` of another's
    /// @param reasons why so, in both languages
    public record LineView(
            UUID need,
            UUID offer,
            UUID via,
            Words viaName,
            long quantity,
            String unit,
            Instant arrival,
            String decision,
            List<Words> reasons) {}

    public record MissingView(UUID need, long units, String cause) {}

    public record LeftOutView(UUID id, Words why) {}
}
