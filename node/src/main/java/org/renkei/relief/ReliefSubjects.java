package org.renkei.relief;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.difference.Contradiction;
import org.renkei.kernel.difference.Piece;
import org.renkei.kernel.difference.Subject;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.relief.Assignment;
import org.renkei.kernel.relief.BoardFold;
import org.renkei.kernel.relief.Need;
import org.renkei.kernel.relief.Offer;
import org.renkei.kernel.relief.Place;
import org.renkei.kernel.relief.PlaceReport;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.kernel.relief.Words;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.relief.Boards.Held;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Places, needs, offers and moves of one board as subjects of which nations speak, as one caller sees
/// them. What one nation said of the need of another, such as that it serves it, stands at the need.
@Service
public class ReliefSubjects {
    /// Kinds of the records in which it is said.
    public static final Set<String> KINDS =
            Set.of(ReliefRecord.PLACE, ReliefRecord.NEED, ReliefRecord.OFFER, ReliefRecord.ASSIGNMENT, Moves.KIND);

    private final Boards boards;
    private final Moves moves;

    ReliefSubjects(Boards boards, Moves moves) {
        this.boards = boards;
        this.moves = moves;
    }

    /// To be called within a transaction.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Subject> list(boolean exercise, Caller caller) {
        var held = boards.get(Optional.of(exercise), caller);
        var subjects = new ArrayList<Subject>();
        held.board().places().forEach(one -> subjects.add(place(one, held)));
        held.board().needs().forEach(one -> subjects.add(need(one, held)));
        held.board().offers().forEach(one -> subjects.add(offer(one, held)));
        moves.list(caller).stream().filter(one -> one.exercise() == exercise).forEach(one -> subjects.add(move(one)));
        return subjects;
    }

    private static Subject place(Place place, Held held) {
        var name = place.newest().name();
        return subject(
                "place " + place.key(),
                "place",
                name,
                place.newest().record().toString(),
                place.newest().record(),
                held.reports(place.key()).stream()
                        .map(PlaceReport::of)
                        .map(one -> piece(one, place.key(), held))
                        .toList(),
                contradictions(place),
                held);
    }

    private static Piece piece(PlaceReport one, String key, Held held) {
        var people = one.occupants() == null ? "" : one.occupants().toString();
        var text = one.capacity() == null ? people : people + "/" + one.capacity();
        return new Piece(
                one.record(),
                one.party(),
                "place " + key,
                one.at(),
                ReliefRecord.PLACE,
                one.status(),
                text,
                text,
                held.label(one.record()).orElseThrow());
    }

    /// Between each two of those who report it.
    private static List<Contradiction> contradictions(Place place) {
        var found = new ArrayList<Contradiction>();
        var reports = place.reports();
        for (var first = 0; first < reports.size(); first++) {
            for (var second = first + 1; second < reports.size(); second++) {
                var both = List.of(reports.get(first), reports.get(second));
                new Place(place.key(), both)
                        .differences()
                        .forEach(about -> found.add(new Contradiction(
                                BoardView.code(about),
                                both.getFirst().party(),
                                both.getLast().party())));
            }
        }
        return found;
    }

    /// Who serves it by what does not fit says something else of it than the nation whose need it is.
    private static Subject need(Need need, Held held) {
        var key = "need " + need.id();
        var said = new ArrayList<Piece>();
        var found = new ArrayList<Contradiction>();
        said.add(new Piece(
                need.id(),
                need.party(),
                key,
                need.stated(),
                ReliefRecord.NEED,
                need.status(),
                amount(need.amount().units(), need.amount().unit()),
                amount(need.amount().units(), need.amount().unit()),
                held.label(need.id()).orElseThrow()));
        for (var one : held.board().assignments()) {
            if (one.need().equals(need.id())) {
                said.add(piece(one, key, held));
                if (!one.objections().isEmpty()) {
                    found.add(new Contradiction("unfit", need.party(), one.party()));
                }
            }
        }
        return subject(key, "need", need.title(), "", need.id(), said, found, held);
    }

    private static Piece piece(Assignment one, String key, Held held) {
        var text = amount(one.amount().units(), one.amount().unit());
        return new Piece(
                one.id(),
                one.party(),
                key,
                one.stated(),
                ReliefRecord.ASSIGNMENT,
                BoardView.code(one.decision()),
                text,
                text,
                held.label(one.id()).orElseThrow());
    }

    private static Subject offer(Offer offer, Held held) {
        var key = "offer " + offer.id();
        var text = amount(offer.amount().units(), offer.amount().unit());
        var said = new Piece(
                offer.id(),
                offer.party(),
                key,
                offer.stated(),
                ReliefRecord.OFFER,
                "offered",
                text,
                text,
                held.label(offer.id()).orElseThrow());
        return subject(key, "offer", offer.title(), "", offer.id(), List.of(said), List.of(), held);
    }

    private static String amount(long units, String unit) {
        return (units + " " + unit).strip();
    }

    private static Subject subject(
            String key,
            String kind,
            Words name,
            String opens,
            UUID named,
            List<Piece> said,
            List<Contradiction> found,
            Held held) {
        return new Subject(
                key, kind, name.en(), name.ja(), opens, held.label(named).orElseThrow(), said, found);
    }

    /// What was carried and what was received may differ; then both have said so.
    private static Subject move(Moves.Folded one) {
        var whole = one.whole();
        var plan = one.plan();
        var name = amount(whole.carried(), whole.unit().orElse("")) + " "
                + whole.item().orElse("") + " → " + whole.receiver().orElse("");
        var receipt = whole.receipt();
        return new Subject(
                "move " + whole.id(),
                "move",
                name,
                name,
                whole.id().toString(),
                one.label(plan),
                whole.told().stream()
                        .filter(Move.Told::fits)
                        .map(told -> piece(told.statement(), one))
                        .toList(),
                whole.isDisputed() && receipt != null
                        ? List.of(new Contradiction("quantity", plan.party(), receipt.party()))
                        : List.of());
    }

    private static Piece piece(Statement said, Moves.Folded of) {
        var text = said.text("text").orElse("");
        return new Piece(
                said.record(),
                said.party(),
                "move " + said.move(),
                said.time().instant(),
                Moves.KIND,
                said.act().code(),
                text,
                text,
                of.label(said));
    }

    /// What a record said that is on no board any more, because it was taken back; empty where that cannot
    /// be read.
    public static Optional<Piece> read(SharedRecord content) {
        return content.kind().equals(Moves.KIND)
                ? Optional.ofNullable(
                                Statement.read(content.id(), content.origin().party(), content.time(), content.body())
                                        .statement())
                        .map(said -> new Piece(
                                said.record(),
                                said.party(),
                                "move " + said.move(),
                                said.time().instant(),
                                Moves.KIND,
                                said.act().code(),
                                "",
                                "",
                                content.banner()))
                : readOfBoard(content);
    }

    private static Optional<Piece> readOfBoard(SharedRecord content) {
        var records = List.of(ReliefRecord.of(content));
        var board = BoardFold.fold(records);
        var labels = Map.of(content.id(), content.banner());
        var held = new Held(content.banner().exercise(), records, labels, board);
        if (content.kind().equals(ReliefRecord.ASSIGNMENT)) {
            return Assignment.of(ReliefRecord.of(content)).map(one -> piece(one, "need " + one.need(), held));
        }
        var subjects = new ArrayList<Subject>();
        board.places().forEach(one -> subjects.add(place(one, held)));
        board.needs().forEach(one -> subjects.add(need(one, held)));
        board.offers().forEach(one -> subjects.add(offer(one, held)));
        return subjects.stream().flatMap(one -> one.said().stream()).findFirst();
    }
}
