package org.renkei.relief;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.Words;
import org.renkei.kernel.relief.moves.Means;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.relief.Boards.Held;
import org.renkei.relief.HxlTable.Column;

/// Who does what where (3W): needs, offers and moves of a board as rows, each with its label.
record HxlRows(Held held) {
    static final String ACTIVITY = "#activity+type";
    static final String ORG = "#org+code";
    static final String AGENCY = "#org+name";
    static final String ITEM = "#item+type";
    static final String NUMBER = "#item+num";
    static final String UNIT = "#item+unit";
    static final String ENGLISH = "#description+en";
    static final String JAPANESE = "#description+ja";
    static final String PLACE = "#loc+name";
    static final String LATITUDE = "#geo+lat";
    static final String LONGITUDE = "#geo+lon";
    static final String START = "#date+start";
    static final String END = "#date+end";

    static final List<Column> COLUMNS = List.of(
            new Column("Organisation", ORG),
            new Column("Agency", AGENCY),
            new Column("Activity", ACTIVITY),
            new Column("Item", ITEM),
            new Column("Quantity", NUMBER),
            new Column("Unit", UNIT),
            new Column("Description (en)", ENGLISH),
            new Column("Description (ja)", JAPANESE),
            new Column("Place", PLACE),
            new Column("Latitude", LATITUDE),
            new Column("Longitude", LONGITUDE),
            new Column("From", START),
            new Column("Until", END),
            new Column("Received", "#reached+num"),
            new Column("Status", "#status"),
            new Column("Id", "#meta+id"),
            new Column("Label", "#meta+label"));

    String csv() {
        var board = held.board();
        var rows = new ArrayList<List<String>>();
        board.needs().forEach(need -> rows.add(need(need)));
        board.offers().forEach(offer -> rows.add(offer(offer)));
        board.moves().forEach(move -> rows.add(move(move)));
        return HxlTable.write(marking(), COLUMNS, rows);
    }

    /// Those that are in the table; of a move its plan.
    List<UUID> records() {
        var board = held.board();
        return Stream.of(
                        board.needs().stream().map(Need::id),
                        board.offers().stream().map(Offer::id),
                        board.moves().stream()
                                .flatMap(move -> Stream.ofNullable(move.plan()))
                                .map(plan -> plan.record()))
                .flatMap(one -> one)
                .toList();
    }

    /// Of everything in the table together.
    String marking() {
        var board = held.board();
        var ids = Stream.of(
                        board.needs().stream().map(Need::id),
                        board.offers().stream().map(Offer::id),
                        board.moves().stream().map(Move::id))
                .flatMap(one -> one);
        return ids.flatMap(id -> held.label(id).stream())
                .reduce(Label::combine)
                .map(Label::text)
                .orElse("");
    }

    private List<String> need(Need need) {
        var place =
                need.place() == null ? null : held.board().place(need.place()).orElse(null);
        return List.of(
                need.party(),
                "",
                "need",
                text(need.item()),
                String.valueOf(need.amount().units()),
                need.amount().unit(),
                need.title().en(),
                need.title().ja(),
                place == null ? "" : place.newest().name().en(),
                latitude(need.spot()),
                longitude(need.spot()),
                "",
                time(need.until()),
                String.valueOf(need.received()),
                need.status(),
                need.id().toString(),
                label(need.id()));
    }

    private List<String> offer(Offer offer) {
        return List.of(
                offer.party(),
                offer.agency().en(),
                "offer",
                text(offer.item()),
                String.valueOf(offer.amount().units()),
                offer.amount().unit(),
                offer.title().en(),
                offer.title().ja(),
                "",
                latitude(offer.from()),
                longitude(offer.from()),
                time(offer.availableFrom()),
                time(offer.availableUntil()),
                "",
                offer.left() > 0 ? "open" : "used-up",
                offer.id().toString(),
                label(offer.id()));
    }

    private List<String> move(Move move) {
        var last = move.stages().getLast();
        var place = held.board().placeOf(last.leg().to());
        var plan = move.plan();
        var means = plan == null ? "" : plan.choice("means", Means.class).code();
        var spot = place.flatMap(Place::position).orElse(null);
        return List.of(
                plan == null ? "" : plan.party(),
                "",
                "move",
                move.item().orElse(""),
                String.valueOf(move.carried()),
                move.unit().orElse(""),
                means + " → " + move.receiver().orElse(""),
                means + " → " + move.receiver().orElse(""),
                place.map(one -> one.newest().name()).map(Words::en).orElse(""),
                latitude(spot),
                longitude(spot),
                time(move.stages().getFirst().departure()),
                time(last.arrival()),
                move.receipt() == null ? "" : String.valueOf(move.received()),
                move.status().code(),
                move.id().toString(),
                label(move.id()));
    }

    private String label(UUID id) {
        return held.label(id).map(Label::text).orElse("");
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String latitude(@Nullable Spot spot) {
        return spot == null ? "" : String.valueOf(spot.lat());
    }

    private static String longitude(@Nullable Spot spot) {
        return spot == null ? "" : String.valueOf(spot.lon());
    }

    private static String time(@Nullable Instant at) {
        return at == null ? "" : at.toString();
    }
}
