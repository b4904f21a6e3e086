package org.renkei.kernel.relief;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborFloat;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.SharedRecord;

/// A record as the board reads it: whatever of its body is not there, or not as its kind says, counts as
/// not said. So a record of which the origin left something out is still a record.
public record ReliefRecord(UUID id, String party, HybridTime time, String kind, CborMap body) {
    public static final String PLACE = "place-status";
    public static final String NEED = "request-for-assistance";
    public static final String OFFER = "offer-of-assistance";
    public static final String ASSIGNMENT = "relief-assignment";

    private static final long MOST_QUANTITY = 1_000_000_000;

    /// Of two forms of one record the later one, whatever way they came; of two at one time always the same
    /// one.
    static final Comparator<ReliefRecord> BY_AGE = Comparator.comparing(ReliefRecord::time)
            .thenComparing(one -> Hash.ofContent(Cbor.encode(one.body())).hex());

    public static ReliefRecord of(SharedRecord record) {
        return new ReliefRecord(record.id(), record.origin().party(), record.time(), record.kind(), record.body());
    }

    Optional<String> text(String name) {
        return text(body.entries().get(name));
    }

    String textOr(String name, String otherwise) {
        return text(name).orElse(otherwise);
    }

    Words words(String name) {
        var value = body.entries().get(name);
        if (value instanceof CborMap(var both)) {
            var english = text(both.get("en"));
            var japanese = text(both.get("ja"));
            return new Words(
                    english.or(() -> japanese).orElse(""),
                    japanese.or(() -> english).orElse(""));
        }
        return text(value).map(one -> new Words(one, one)).orElse(Words.NONE);
    }

    Optional<Long> whole(String name) {
        return body.entries().get(name) instanceof CborInt(var number) && number >= 0
                ? Optional.of(Math.min(number, MOST_QUANTITY))
                : Optional.empty();
    }

    /// @throws IllegalArgumentException never: what is no time was not said
    Optional<Instant> instant(String name) {
        try {
            return text(name).map(OffsetDateTime::parse).map(OffsetDateTime::toInstant);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<UUID> record(String name) {
        try {
            return text(name).filter(text -> text.length() == 36).map(UUID::fromString);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    Optional<Spot> position() {
        if (!(body.entries().get("position") instanceof CborMap(var position))) {
            return Optional.empty();
        }
        var lat = degrees(position.get("lat"));
        var lon = degrees(position.get("lon"));
        return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? Optional.of(new Spot(lat, lon)) : Optional.empty();
    }

    /// Whole units of `quantity`. Of a part of a unit, an offer has none and a need asks for a whole one.
    Amount amount() {
        if (!(body.entries().get("quantity") instanceof CborMap(var quantity))) {
            return Amount.NONE;
        }
        var unit = text(quantity.get("unit")).orElse("");
        var value = degrees(quantity.get("value"));
        var usable = value >= 0 && value <= MOST_QUANTITY;
        var units = !usable ? 0 : (long) (kind.equals(NEED) ? Math.ceil(value) : Math.floor(value));
        return new Amount(units, unit.strip());
    }

    private static double degrees(@Nullable CborValue value) {
        return switch (value) {
            case CborInt(var number) -> number;
            case CborFloat(var number) -> number;
            case null, default -> Double.NaN;
        };
    }

    private static Optional<String> text(@Nullable CborValue value) {
        return value instanceof CborText(var text) && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }
}
