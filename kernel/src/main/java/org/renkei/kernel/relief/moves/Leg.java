package org.renkei.kernel.relief.moves;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.cbor.CborValue;

/// One part of the way, as it is planned.
///
/// @param from a record that reports the place it begins at
/// @param to a record that reports the place it ends at
/// @param departure before `arrival`
public record Leg(UUID from, UUID to, Instant departure, Instant arrival) {
    private static final int MOST = 20;

    /// Reads `legs`: an array of `{from, to, departure, arrival}`, each beginning where and not before the one
    /// before it ends.
    ///
    /// @param objections takes every mistake
    static List<Leg> read(CborMap body, List<Objection> objections) {
        if (!(body.entries().get("legs") instanceof CborArray(var items)) || items.isEmpty() || items.size() > MOST) {
            objections.add(new Objection("/legs", "1 to " + MOST + " legs are needed", "1〜" + MOST + " 区間が必要です"));
            return List.of();
        }
        var legs = new ArrayList<Leg>();
        for (var number = 0; number < items.size(); number++) {
            var leg = one(items.get(number), "/legs/" + number, objections);
            if (leg == null) {
                return List.of();
            }
            leg.follows(legs.isEmpty() ? null : legs.getLast(), "/legs/" + number, objections);
            legs.add(leg);
        }
        return legs;
    }

    private static @Nullable Leg one(CborValue value, String at, List<Objection> objections) {
        var fields = value instanceof CborMap(var entries) ? new CborMap(entries) : new CborMap(Map.of());
        var from = place(fields, "from", at, objections);
        var to = place(fields, "to", at, objections);
        var departure = time(fields, "departure", at, objections);
        var arrival = time(fields, "arrival", at, objections);
        return from == null || to == null || departure == null || arrival == null
                ? null
                : new Leg(from, to, departure, arrival);
    }

    private void follows(@Nullable Leg before, String at, List<Objection> objections) {
        if (from.equals(to)) {
            objections.add(new Objection(at + "/to", "it ends where it begins", "出発地と到着地が同じです"));
        }
        if (!departure.isBefore(arrival)) {
            objections.add(new Objection(at + "/arrival", "it arrives after it departs", "到着は出発より後です"));
        }
        if (before != null && !before.to().equals(from)) {
            objections.add(new Objection(at + "/from", "it begins where the leg before it ends", "前の区間の到着地から出発します"));
        }
        if (before != null && departure.isBefore(before.arrival())) {
            objections.add(new Objection(
                    at + "/departure", "it departs after the leg before it has arrived", "前の区間の到着より後に出発します"));
        }
    }

    private static @Nullable UUID place(CborMap leg, String name, String at, List<Objection> objections) {
        try {
            var id = text(leg, name).filter(text -> text.length() == 36).map(UUID::fromString);
            if (id.isPresent()) {
                return id.get();
            }
        } catch (IllegalArgumentException e) {
            // Said below, like every other text that is no id.
        }
        objections.add(new Objection(at + "/" + name, "a place of the board is needed", "ボード上の施設が必要です"));
        return null;
    }

    private static @Nullable Instant time(CborMap leg, String name, String at, List<Objection> objections) {
        try {
            var time = text(leg, name).map(Instant::parse);
            if (time.isPresent()) {
                return time.get();
            }
        } catch (DateTimeException e) {
            // Said below, like every other text that is no time.
        }
        objections.add(new Objection(
                at + "/" + name,
                "a time in UTC is needed, as YYYY-MM-DDThh:mm:ssZ",
                "日時（UTC、YYYY-MM-DDThh:mm:ssZ）が必要です"));
        return null;
    }

    private static Optional<String> text(CborMap leg, String name) {
        return leg.entries().get(name) instanceof CborText(var text) ? Optional.of(text) : Optional.empty();
    }
}
