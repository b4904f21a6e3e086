package org.renkei.acsa;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.acsa.reconcile.Reconciliation;
import org.renkei.kernel.acsa.reconcile.SaidAccount;

/// This nation's books and what the partner says of its own, side by side, as the API shows it.
///
/// @param ours as they are held now
/// @param weSaid what the partner was last told of this period; null when nothing was
/// @param partnerSaid null when the partner has not said anything of this period
/// @param net figures that differ
/// @param orders those that differ
/// @param alike how many orders do not
/// @param over the label up to which both were compared; null where that is everything that the reader sees
/// @param apart orders that the reader sees above that label, of which the partner may have said nothing
/// @param otherPeriods of which the partner has said something, newest first
public record ComparisonView(
        String own,
        String partner,
        LocalDate from,
        LocalDate to,
        String verdict,
        Side ours,
        @Nullable Said weSaid,
        @Nullable Said partnerSaid,
        List<NetDifference> net,
        List<OrderDifference> orders,
        int alike,
        @Nullable String over,
        int apart,
        List<Period> otherPeriods) {

    /// @param net what the nation whose code comes later owes the other; negative when it is the other way round
    public record Side(String hash, int entries, int orders, List<AccountView.Net> net) {
        static Side of(SaidAccount account) {
            var figures = new ArrayList<AccountView.Net>();
            account.net()
                    .forEach((asset, amount) -> figures.add(new AccountView.Net(asset.code(), asset.unit(), amount)));
            return new Side(
                    account.hash().hex(), account.entries(), account.orders().size(), figures);
        }
    }

    /// @param decision on what this nation said; null for what the partner did
    /// @param confirmedAt when the partner had it; null before, and for what the partner said
    public record Said(
            UUID record,
            Instant at,
            Side side,
            @Nullable String decision,
            @Nullable String confirmedAt) {}

    public record NetDifference(String asset, String unit, long ours, long theirs) {}

    /// @param ours state of the order here; null where it is not held
    /// @param theirs state as the partner says; null where it was not named
    public record OrderDifference(
            UUID order, @Nullable String ours, @Nullable String theirs, List<GapView> gaps) {}

    /// A statement that one of the two lacks.
    ///
    /// @param number null for one that was taken back
    /// @param act null where it is not held here
    /// @param reason `at-review`, `withheld`, `on-its-way`, `said-later`, `not-here`, `taken-back`
    public record GapView(
            String party,
            @Nullable Integer number,
            @Nullable String act,
            @Nullable UUID record,
            String reason) {}

    public record Period(LocalDate from, LocalDate to, Instant at) {}

    static List<NetDifference> net(Reconciliation held) {
        var differences = new ArrayList<NetDifference>();
        held.net()
                .forEach((asset, figures) -> differences.add(
                        new NetDifference(asset.code(), asset.unit(), figures.ours(), figures.theirs())));
        return differences;
    }
}
