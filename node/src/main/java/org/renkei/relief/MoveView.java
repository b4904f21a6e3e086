package org.renkei.relief;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.Spot;
import org.renkei.kernel.relief.Words;
import org.renkei.kernel.relief.moves.Act;
import org.renkei.kernel.relief.moves.Condition;
import org.renkei.kernel.relief.moves.Means;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.kernel.relief.moves.Move.Stage;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.relief.Boards.Held;
import tools.jackson.databind.JsonNode;

/// Moves as the API shows them.
public final class MoveView {
    private MoveView() {}

    /// One convoy or sortie on the board.
    ///
    /// @param party that runs it
    /// @param received null while the receiver has said nothing
    /// @param silent whether its next departure or arrival should have been said by now
    /// @param tooLate whether it is expected after the time until which it is needed
    /// @param closed names of places ahead that somebody reports closed
    /// @param reason of its delay, or why it was cancelled; empty where there is none
    public record Row(
            UUID id,
            String party,
            String kind,
            String means,
            long count,
            String item,
            long quantity,
            String unit,
            String receiver,
            @Nullable UUID need,
            @Nullable UUID offer,
            String status,
            List<LegRow> legs,
            long delivered,
            @Nullable Long received,
            @Nullable String condition,
            boolean disputed,
            boolean silent,
            boolean tooLate,
            List<Words> closed,
            String reason,
            String label) {}

    /// Those of one board.
    ///
    /// @param asOf as known here at that time
    public record Rows(Instant asOf, boolean exercise, List<Row> moves) {}

    /// One leg.
    ///
    /// @param plannedDeparture as it was planned; `departure` is when it is expected by what was said last,
    /// or when it was where `departed`; likewise its arrival
    public record LegRow(PlaceRow from, PlaceRow to, Event departure, Event arrival) {}

    /// @param id a record that reports it
    /// @param name empty where the place is not on the caller's board
    public record PlaceRow(UUID id, Words name, @Nullable Spot position, boolean closed) {}

    /// @param planned as the plan says
    /// @param at as expected by what was said last, or as it was
    public record Event(Instant planned, Instant at, boolean done) {}

    public record FieldErrorView(String at, String text) {}

    public record StatementView(
            UUID record,
            String ref,
            String party,
            String act,
            Instant time,
            List<String> to,
            String label,
            boolean fits,
            List<FieldErrorView> objections,
            JsonNode fields) {}

    public record FieldView(
            String name,
            String type,
            boolean required,
            List<String> choices,
            @Nullable Object value) {}

    /// What this nation may say next.
    ///
    /// @param again whether it takes the place of what was said before
    public record StepView(
            String act, @Nullable UUID on, List<String> to, boolean everybody, boolean again, List<FieldView> fields) {}

    /// @param label of everything on it; that of the move is of its state alone
    public record Page(
            String own,
            Row move,
            String label,
            boolean exercise,
            List<String> purposes,
            List<String> nations,
            String text,
            List<StatementView> statements,
            List<StatementView> waiting,
            List<StepView> next) {}

    static Row row(Move move, Held held, Instant now) {
        var plan = Optional.ofNullable(move.plan()).orElseThrow();
        var board = held.board();
        var means = plan.choice("means", Means.class);
        var receipt = move.receipt();
        return new Row(
                move.id(),
                plan.party(),
                means.kind().code(),
                means.code(),
                plan.number("count").orElse(0L),
                move.item().orElse(""),
                move.carried(),
                move.unit().orElse(""),
                move.receiver().orElse(""),
                move.need().filter(id -> board.need(id).isPresent()).orElse(null),
                move.offer().filter(id -> board.offer(id).isPresent()).orElse(null),
                move.status().code(),
                move.stages().stream().map(stage -> leg(stage, held)).toList(),
                move.delivered(),
                receipt == null ? null : move.received(),
                receipt == null
                        ? null
                        : receipt.choice("condition", Condition.class).code(),
                move.isDisputed(),
                move.isSilent(now),
                isTooLate(move, held),
                board.closedPlaces(move).stream()
                        .map(place -> place.newest().name())
                        .toList(),
                reason(move),
                held.label(move.id()).orElseThrow().text());
    }

    private static boolean isTooLate(Move move, Held held) {
        return !move.isOver()
                && move.need()
                        .flatMap(held.board()::need)
                        .filter(need -> need.until() != null
                                && move.stages().getLast().arrival().isAfter(need.until()))
                        .isPresent();
    }

    private static String reason(Move move) {
        var said = move.cancelled() != null ? move.cancelled() : move.isOver() ? null : move.delay();
        return said == null ? "" : said.text("text").orElse("");
    }

    private static LegRow leg(Stage stage, Held held) {
        var leg = stage.leg();
        return new LegRow(
                place(leg.from(), held),
                place(leg.to(), held),
                new Event(leg.departure(), stage.departure(), stage.departed() != null),
                new Event(leg.arrival(), stage.arrival(), stage.arrived() != null));
    }

    private static PlaceRow place(UUID report, Held held) {
        var place = held.board().placeOf(report);
        return new PlaceRow(
                report,
                place.map(one -> one.newest().name()).orElse(new Words("", "")),
                place.flatMap(Place::position).orElse(null),
                place.filter(Place::isClosed).isPresent());
    }

    static List<FieldView> fields(Act act, Set<String> hidden, Map<String, Object> filled) {
        return act.fields().stream()
                .filter(field -> !hidden.contains(field.name()))
                .map(field -> new FieldView(
                        field.name(),
                        field.type().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                        field.required() || act == Act.ARRIVE,
                        field.choices(),
                        text(filled.get(field.name()))))
                .toList();
    }

    /// As a form takes it.
    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    static String ref(Statement said) {
        var text = said.record().toString();
        return text.substring(text.length() - 4);
    }
}
