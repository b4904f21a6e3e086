package org.renkei.relief;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.relief.moves.Act;
import org.renkei.kernel.relief.moves.Move;
import org.renkei.kernel.relief.moves.MoveFold;
import org.renkei.kernel.relief.moves.NextSteps;
import org.renkei.kernel.relief.moves.Statement;
import org.renkei.relief.Boards.Held;
import org.renkei.relief.Moves.Folded;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// What speaks against a statement of this nation before it is stored: missing fields, what it follows, how
/// far the move has come meanwhile, and of a plan what the board says of its places, need and offer.
@Component
class MoveGuards {
    /// Steps that may only follow the newest one.
    private static final Set<Act> OF_THE_MOMENT = Set.of(Act.DELAY, Act.CANCEL);

    private final Moves moves;
    private final Boards boards;
    private final Clock clock;
    private final String self;

    MoveGuards(Moves moves, Boards boards, NodeSettings settings, Clock clock) {
        this.moves = moves;
        this.boards = boards;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Everything that does, in both languages.
    ///
    /// @param exercise which board the plan is for; empty takes the one that has its first place
    List<Objection> against(CborMap body, Optional<Boolean> exercise, Caller writer) {
        var now = HybridTime.micros(clock.instant());
        var reading = read(body, now);
        var read = reading.statement();
        if (read == null) {
            return reading.objections();
        }
        var folded = moves.find(read.move(), writer);
        var held = folded.map(Folded::statements).orElse(List.of());
        var newest = held.stream().mapToLong(one -> one.time().micros()).max().orElse(0);
        var said = read(body, Math.max(now, newest + 1)).statement();
        if (said == null) {
            return List.of();
        }
        var objections = new ArrayList<>(MoveFold.against(held, said));
        if (held.stream().anyMatch(one -> one.party().equals(self) && one.mark().equals(said.mark()))) {
            objections.add(new Objection(
                    "/mark",
                    "this was said already: a statement is not changed, say something further",
                    "既に申述されています。申述は変更できません。続きを申述してください"));
        }
        happened(said, objections);
        folded.ifPresent(one -> state(said, one.whole(), objections));
        if (said.act() == Act.PLAN) {
            new PlanCheck(said, board(said, exercise, writer), self).objectTo(objections);
        }
        return objections;
    }

    private Statement.Reading read(CborMap body, long micros) {
        return Statement.read(new UUID(0, 0), self, new HybridTime(micros, 0), body);
    }

    private Held board(Statement plan, Optional<Boolean> exercise, Caller writer) {
        var first = plan.legs().getFirst().from();
        return boards.get(
                Optional.of(exercise.orElseGet(() -> boards.get(Optional.of(true), writer)
                        .board()
                        .placeOf(first)
                        .isPresent())),
                writer);
    }

    private void happened(Statement said, List<Objection> objections) {
        said.instant("at")
                .filter(at -> at.isAfter(clock.instant()))
                .ifPresent(at -> objections.add(new Objection(
                        "/at", "that has not happened yet: plan it or say a delay", "まだ起きていません。計画または遅延として申述してください")));
    }

    private static void state(Statement said, Move move, List<Objection> objections) {
        if (move.cancelled() != null && said.act() != Act.NOTE && said.act() != Act.RECEIVE) {
            objections.add(new Objection("/act", "this move was cancelled", "この輸送は中止されました"));
        } else if (OF_THE_MOMENT.contains(said.act())
                && NextSteps.of(move, said.party()).stream()
                        .noneMatch(step ->
                                step.act() == said.act() && List.of(said.on()).contains(onOf(step)))) {
            objections.add(
                    move.isOver()
                            ? new Objection("/act", "this move has arrived", "この輸送は到着済みです")
                            : new Objection(
                                    "/on",
                                    "the move has gone on since: name its newest step",
                                    "その後に進んでいます。最新の段階を指定してください"));
        }
    }

    private static List<UUID> onOf(NextSteps.Step step) {
        return step.on() == null ? List.of() : List.of(step.on());
    }
}
