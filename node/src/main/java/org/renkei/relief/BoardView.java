package org.renkei.relief;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.relief.Assignment;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.Words;
import org.renkei.relief.Boards.Held;

/// The board as the API shows it.
///
/// @param own as which nation the caller sees it
/// @param waiting assignments that name a need or an offer that is not here
public record BoardView(
        String own,
        boolean exercise,
        List<PlaceRow> places,
        List<NeedRow> needs,
        List<OfferRow> offers,
        List<AssignmentRow> assignments,
        List<MoveView.Row> moves,
        int waiting) {

    /// @param id a record that reports it, by which it is asked for
    /// @param differences `status` and `headcount`, where nations contradict each other
    public record PlaceRow(
            UUID id,
            String key,
            String type,
            Words name,
            boolean usable,
            boolean closed,
            @Nullable Spot position,
            List<ReportRow> reports,
            List<String> differences) {
        static PlaceRow of(Place place, Held held) {
            var newest = place.newest();
            return new PlaceRow(
                    newest.record(),
                    place.key(),
                    newest.type(),
                    newest.name(),
                    place.isUsable(),
                    place.isClosed(),
                    place.position().orElse(null),
                    place.reports().stream()
                            .map(report -> ReportRow.of(report, held))
                            .toList(),
                    place.differences().stream().map(BoardView::code).toList());
        }
    }

    public record ReportRow(
            UUID record,
            String party,
            Instant at,
            String status,
            @Nullable Long occupants,
            @Nullable Long capacity,
            @Nullable Long movements,
            String label) {
        static ReportRow of(PlaceReport report, Held held) {
            return new ReportRow(
                    report.record(),
                    report.party(),
                    report.at(),
                    report.status(),
                    report.occupants(),
                    report.capacity(),
                    report.movements(),
                    labelOf(report.record(), held));
        }
    }

    public record NeedRow(
            UUID id,
            String party,
            Instant stated,
            Words title,
            @Nullable String item,
            long quantity,
            String unit,
            @Nullable String place,
            @Nullable Instant until,
            int weight,
            Words verifiedBy,
            String status,
            long promised,
            long proposed,
            long unmet,
            long onTheWay,
            long received,
            String label) {
        static NeedRow of(Need need, Held held) {
            return new NeedRow(
                    need.id(),
                    need.party(),
                    need.stated(),
                    need.title(),
                    need.item(),
                    need.amount().units(),
                    need.amount().unit(),
                    need.place(),
                    need.until(),
                    need.weight(),
                    need.verifiedBy(),
                    need.status(),
                    need.promised(),
                    need.proposed(),
                    need.unmet(),
                    need.onTheWay(),
                    need.received(),
                    labelOf(need.id(), held));
        }
    }

    /// @param agency for which the nation writes it; empty where it is the nation's own
    public record OfferRow(
            UUID id,
            String party,
            Instant stated,
            Words title,
            Words agency,
            @Nullable String item,
            long quantity,
            String unit,
            @Nullable String mode,
            Instant availableFrom,
            @Nullable Instant availableUntil,
            @Nullable Integer deliveriesLeft,
            long promised,
            long left,
            String label) {
        static OfferRow of(Offer offer, Held held) {
            var mode = offer.mode();
            return new OfferRow(
                    offer.id(),
                    offer.party(),
                    offer.stated(),
                    offer.title(),
                    offer.agency(),
                    offer.item(),
                    offer.amount().units(),
                    offer.amount().unit(),
                    mode == null ? null : mode.code(),
                    offer.availableFrom(),
                    offer.availableUntil(),
                    offer.isCounted() ? offer.deliveriesLeft() : null,
                    offer.promised(),
                    offer.left(),
                    labelOf(offer.id(), held));
        }
    }

    /// @param via record of the place by way of which it comes
    /// @param objections why it does not fit, in both languages
    public record AssignmentRow(
            UUID id,
            String party,
            Instant stated,
            UUID need,
            UUID offer,
            long quantity,
            String unit,
            @Nullable UUID via,
            Words viaName,
            @Nullable Instant arrival,
            String decision,
            List<Words> objections,
            String label) {
        static AssignmentRow of(Assignment one, Held held) {
            return new AssignmentRow(
                    one.id(),
                    one.party(),
                    one.stated(),
                    one.need(),
                    one.offer(),
                    one.amount().units(),
                    one.amount().unit(),
                    one.via(),
                    one.viaName(),
                    one.arrival(),
                    code(one.decision()),
                    one.objections().stream()
                            .map(reason -> new Words(reason.english(), reason.japanese()))
                            .toList(),
                    labelOf(one.id(), held));
        }
    }

    static BoardView of(Held held, String own, Instant now) {
        var board = held.board();
        return new BoardView(
                own,
                held.exercise(),
                board.places().stream().map(one -> PlaceRow.of(one, held)).toList(),
                board.needs().stream().map(one -> NeedRow.of(one, held)).toList(),
                board.offers().stream().map(one -> OfferRow.of(one, held)).toList(),
                board.assignments().stream()
                        .map(one -> AssignmentRow.of(one, held))
                        .toList(),
                board.moves().stream().map(one -> MoveView.row(one, held, now)).toList(),
                board.waiting().size());
    }

    static String code(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static String labelOf(UUID record, Held held) {
        return held.label(record).map(Label::text).orElse("");
    }
}
