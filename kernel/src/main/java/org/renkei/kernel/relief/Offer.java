package org.renkei.kernel.relief;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What somebody can give.
///
/// @param agency whose it is: of a civil agency, a municipality or an organisation for which the nation
/// writes it; empty where it is the nation's own
/// @param from where it lies
/// @param deliveries to how many needs it can be carried at most
/// @param promised sum of what was promised of it and is held here
/// @param promises how many deliveries that are
public record Offer(
        UUID id,
        String party,
        Instant stated,
        Words title,
        Words agency,
        @Nullable String item,
        Amount amount,
        @Nullable Mode mode,
        @Nullable Spot from,
        Instant availableFrom,
        @Nullable Instant availableUntil,
        int deliveries,
        long promised,
        int promises) {
    private static final long MOST_DELIVERIES = 10_000;

    static final Comparator<Offer> ORDER = Comparator.<Offer, String>comparing(
                    offer -> offer.item() == null ? "~" : offer.item())
            .thenComparing(Offer::availableFrom)
            .thenComparing(offer -> offer.id().toString());

    static Offer of(ReliefRecord record, long promised, int promises) {
        var stated = record.time().instant();
        return new Offer(
                record.id(),
                record.party(),
                stated,
                record.words("title"),
                record.words("agency"),
                record.text("item").orElse(null),
                record.amount(),
                record.text("mode").flatMap(Mode::find).orElse(null),
                record.position().orElse(null),
                record.instant("availableFrom").orElse(stated),
                record.instant("availableUntil").orElse(null),
                (int) Math.clamp(record.whole("deliveries").orElse(MOST_DELIVERIES), 1L, MOST_DELIVERIES),
                promised,
                promises);
    }

    public long left() {
        return Math.max(0, amount.units() - promised);
    }

    /// Whether the offer says how often it can be carried.
    public boolean isCounted() {
        return deliveries < MOST_DELIVERIES;
    }

    public int deliveriesLeft() {
        return Math.max(0, deliveries - promises);
    }
}
