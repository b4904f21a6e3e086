package org.renkei.kernel.relief;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What is needed somewhere.
///
/// @param stated when it was first said as it stands here
/// @param item the commodity; null where the words alone say it
/// @param spot where it is needed, of the place where the need itself does not say
/// @param place key of the place it is needed at, where that is held
/// @param weight 1 to 5
/// @param promised sum of what was promised and is held here
/// @param proposed sum of what is proposed and not promised
/// @param onTheWay sum of what moves to it carry that are planned or under way
/// @param received sum of what its nation said it received of moves: what was promised meets nothing
public record Need(
        UUID id,
        String party,
        Instant stated,
        Words title,
        @Nullable String item,
        Amount amount,
        @Nullable Spot spot,
        @Nullable String place,
        @Nullable Instant until,
        int weight,
        Words verifiedBy,
        String status,
        long promised,
        long proposed,
        long onTheWay,
        long received) {
    private static final int USUAL_WEIGHT = 3;
    private static final int MOST_WEIGHT = 5;

    /// The heaviest first, then by the time until which they are to be met.
    static final Comparator<Need> ORDER = Comparator.comparingInt(Need::weight)
            .reversed()
            .thenComparing(need -> need.until() == null ? Instant.MAX : need.until())
            .thenComparing(need -> need.id().toString());

    static Need of(ReliefRecord record, @Nullable Spot ofPlace, @Nullable String place, long promised, long proposed) {
        return new Need(
                record.id(),
                record.party(),
                record.time().instant(),
                record.words("title"),
                record.text("item").orElse(null),
                record.amount(),
                record.position().orElse(ofPlace),
                place,
                record.instant("neededBy").orElse(null),
                record.whole("weight")
                        .map(weight -> (int) Math.clamp(weight, 1, MOST_WEIGHT))
                        .orElse(USUAL_WEIGHT),
                record.words("verifiedBy"),
                record.textOr("status", "open"),
                promised,
                proposed,
                0,
                0);
    }

    /// With what moves bring and brought.
    Need with(long carried, long arrived) {
        return new Need(
                id,
                party,
                stated,
                title,
                item,
                amount,
                spot,
                place,
                until,
                weight,
                verifiedBy,
                status,
                promised,
                proposed,
                carried,
                arrived);
    }

    /// Met, or not wanted any more.
    public boolean isOver() {
        return status.equals("met") || status.equals("cancelled");
    }

    /// What nobody has promised yet, and nobody brought without a promise.
    public long unmet() {
        return isOver() ? 0 : Math.max(0, amount.units() - Math.max(promised, received));
    }

    /// What has still to be received.
    public long outstanding() {
        return isOver() ? 0 : Math.max(0, amount.units() - received);
    }
}
