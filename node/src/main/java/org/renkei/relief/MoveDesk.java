package org.renkei.relief;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.relief.moves.Act;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.party.Party;
import org.renkei.party.PartyRegister;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.records.Bodies;
import org.renkei.release.Addressing;
import org.renkei.release.RecordDesk;
import org.renkei.relief.Moves.Folded;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

/// The door to moves: plan a convoy or a sortie, say how far it is, and say what was received.
@Service
public class MoveDesk {
    private final Moves moves;
    private final Boards boards;
    private final MoveGuards guards;
    private final Addressing addressing;
    private final RecordDesk records;
    private final PartyRegister register;
    private final Sights sights;
    private final Showings showings;
    private final TransactionTemplate transaction;
    private final Clock clock;
    private final String self;

    MoveDesk(
            Moves moves,
            Boards boards,
            MoveGuards guards,
            Addressing addressing,
            RecordDesk records,
            PartyRegister register,
            Sights sights,
            Showings showings,
            TransactionTemplate transaction,
            NodeSettings settings,
            Clock clock) {
        this.moves = moves;
        this.boards = boards;
        this.guards = guards;
        this.addressing = addressing;
        this.records = records;
        this.register = register;
        this.sights = sights;
        this.showings = showings;
        this.transaction = transaction;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// A liaison does not learn with whom this node has links.
    public MoveOptions options(Caller caller) {
        var liaison = sights.isLiaison(caller);
        return MoveOptions.of(
                self,
                register.listOthers().stream()
                        .filter(party -> !liaison && !party.isSite() && register.isLinked(party.code()))
                        .map(Party::code)
                        .toList());
    }

    /// Those of one board, the real one if there is anything on it.
    ///
    /// @param at as they were known here at that time; null for now
    /// @throws Problem for a time to come
    @Transactional
    public MoveView.Rows list(Optional<Boolean> exercise, @Nullable Instant at, Caller caller) {
        var now = clock.instant();
        if (at != null && at.isAfter(now)) {
            throw new Problem(
                    Category.BAD_REQUEST,
                    "what will be known at a time to come is not known: `at` is " + at,
                    "未来の時刻に何が知られているかは分かりません: at = " + at);
        }
        var held = at == null ? boards.get(exercise, caller) : boards.get(exercise, caller, at);
        var shown = held.board().moves();
        showings.note(
                caller,
                "moves",
                shown.stream()
                        .flatMap(move -> move.told().stream())
                        .map(told -> told.statement().record())
                        .toList());
        var asOf = at == null ? now : at;
        return new MoveView.Rows(
                asOf,
                held.exercise(),
                shown.stream().map(move -> MoveView.row(move, held, asOf)).toList());
    }

    /// Opening a move is written down as opening the record of its plan.
    @Transactional
    public MoveView.Page get(UUID id, Caller caller, Locale language) {
        var folded = find(id, caller);
        records.get(folded.plan().record(), caller);
        showings.note(
                caller,
                "move",
                folded.statements().stream().map(Statement::record).toList());
        var person = caller.person();
        var own = person == null ? self : person.nation();
        var held = boards.get(Optional.of(folded.exercise()), caller);
        return new MovePage(folded, held, own, clock.instant(), language).page(!sights.isLiaison(caller));
    }

    /// Plans a move that this nation runs.
    public MoveView.Page plan(JsonNode request, Caller caller, Locale language) {
        var mark = Addressing.mark();
        var id = Statement.moveOf(self, mark);
        inTransaction(() -> say(id, mark, Act.PLAN, request, caller, language));
        return inTransaction(() -> get(id, caller, language));
    }

    /// Says something of a move.
    public synchronized MoveView.Page say(UUID id, JsonNode request, Caller caller, Locale language) {
        var act = Coded.find(Act.class, request.path("act").asString(""))
                .filter(one -> one != Act.PLAN)
                .orElseThrow(
                        () -> Addressing.refusal("/act", "one of what may be said of a move", "輸送について申述できるもののいずれかです"));
        inTransaction(() -> {
            var folded = find(id, caller);
            Addressing.requireSameExercise(folded.label(folded.plan()), request, "move", "輸送");
            return say(id, Addressing.mark(), act, request, caller, language);
        });
        return inTransaction(() -> get(id, caller, language));
    }

    private UUID say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var body = addressing.body(request, mark, act.code()).put("move", id.toString());
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Move " + brief + ": " + act.english())
                .put("ja", "輸送 " + brief + "：" + act.japanese());
        var exercise = Addressing.label(request).exercise();
        Addressing.requireNone(guards.against((CborMap) Bodies.toCbor(body), Optional.of(exercise), caller));
        var named = Stream.of("need", "offer")
                .map(name -> body.path(name).asString(""))
                .filter(text -> !text.isBlank())
                .map(UUID::fromString)
                .toList();
        addressing.say(Moves.KIND, body, named, request, caller, language);
        return id;
    }

    private Folded find(UUID id, Caller caller) {
        return moves.find(id, caller)
                .orElseThrow(
                        () -> new Problem(Category.NOT_FOUND, "no move of that id is held here", "その ID の輸送はここにありません"));
    }

    private <T> T inTransaction(Supplier<T> work) {
        var result = transaction.execute(status -> work.get());
        if (result == null) {
            throw new IllegalStateException("nothing came of it");
        }
        return result;
    }
}
