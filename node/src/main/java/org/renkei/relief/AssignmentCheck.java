package org.renkei.relief;

import java.security.Principal;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.clock.HybridTime;
import org.renkei.kernel.relief.Assignment;
import org.renkei.kernel.relief.Assignment.Decision;
import org.renkei.kernel.relief.Assignment.Objection;
import org.renkei.kernel.relief.BoardFold;
import org.renkei.kernel.relief.ReliefRecord;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.DraftCheck;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;

/// An assignment that does not fit, or that promises what is not there, is not written, by whatever way it
/// is brought.
@Component
class AssignmentCheck implements DraftCheck {
    private static final UUID UNWRITTEN = new UUID(0, 0);

    private final Boards boards;
    private final Clock clock;
    private final String self;

    AssignmentCheck(Boards boards, NodeSettings settings, Clock clock) {
        this.boards = boards;
        this.clock = clock;
        this.self = settings.node().party();
    }

    @Override
    public List<FieldError> check(String kind, CborMap body, Principal writer) {
        if (!kind.equals(ReliefRecord.ASSIGNMENT) || !(writer instanceof Caller caller)) {
            return List.of();
        }
        var time = new HybridTime(HybridTime.micros(clock.instant()), 0);
        var next = new ReliefRecord(UNWRITTEN, self, time, kind, body);
        return Assignment.of(next).map(read -> against(read, next, caller)).orElseGet(List::of).stream()
                .map(one -> new FieldError("/body" + one.at(), one.english(), one.japanese()))
                .toList();
    }

    private List<Objection> against(Assignment read, ReliefRecord next, Caller caller) {
        if (read.decision() == Decision.CANCELLED) {
            return List.of();
        }
        var contents = boards.besides(read.need(), read.offer(), caller);
        var held = contents.stream().map(ReliefRecord::of).toList();
        var objections = new ArrayList<>(BoardFold.against(held, next));
        if (objections.isEmpty() && read.decision() == Decision.PROMISED) {
            promised(read, held, objections);
        }
        var kinds = contents.stream()
                .filter(one -> one.id().equals(read.need()) || one.id().equals(read.offer()))
                .map(one -> one.banner().exercise())
                .distinct()
                .count();
        if (kinds > 1) {
            objections.add(new Objection(
                    "/offer", "an exercise and what is real do not serve each other", "訓練と実動の間で割り当てることはできません"));
        }
        return objections;
    }

    /// What this nation has promised of its offer it knows all of: no more than there is.
    private static void promised(Assignment read, List<ReliefRecord> held, List<Objection> objections) {
        var board = BoardFold.fold(held);
        var offer = board.offer(read.offer()).orElseThrow();
        var need = board.need(read.need()).orElseThrow();
        var units = read.amount().units();
        if (units > offer.left()) {
            objections.add(new Objection(
                    "/quantity",
                    "of this offer " + offer.left() + " " + offer.amount().unit() + " are left",
                    "この申出の残りは " + offer.left() + " " + offer.amount().unit() + " です"));
        }
        if (offer.deliveriesLeft() == 0) {
            objections.add(new Objection(
                    "/offer",
                    "this offer has been promised for all its " + offer.deliveries() + " deliveries",
                    "この申出は全 " + offer.deliveries() + " 回の輸送先が決まっています"));
        }
        if (units > need.unmet()) {
            objections.add(new Objection(
                    "/quantity",
                    "of this need " + need.unmet() + " " + need.amount().unit() + " are unmet",
                    "この需要の不足は " + need.unmet() + " " + need.amount().unit() + " です"));
        }
    }
}
