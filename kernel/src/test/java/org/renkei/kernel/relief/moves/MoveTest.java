package org.renkei.kernel.relief.moves;

import static org.assertj.core.api.Assertions.assertThat;
import static org.renkei.kernel.relief.moves.Dispatcher.HOUR;
import static org.renkei.kernel.relief.moves.Dispatcher.at;
import static org.renkei.kernel.relief.moves.Dispatcher.leg;
import static org.renkei.kernel.relief.moves.Dispatcher.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborArray;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.relief.moves.Move.Status;

/// One move of two legs, step by step.
class MoveTest {
    private static final String[] BOTH = {"JPN", "USA"};

    private final Dispatcher dispatcher = new Dispatcher(2);
    private final Statement plan = dispatcher.planned(Map.of(), BOTH);

    private static Move fold(Statement... statements) {
        return MoveFold.fold(Dispatcher.MOVE, List.of(statements));
    }

    @Test
    void goesLegByLegUntilItIsReceived() {
        assertThat(fold(plan).status()).isEqualTo(Status.PLANNED);
        var gone = dispatcher.step(0, Act.DEPART, plan);
        assertThat(fold(plan, gone).status()).isEqualTo(Status.UNDER_WAY);
        var half = dispatcher.step(3 * HOUR, Act.ARRIVE, gone);
        var again = dispatcher.step(4 * HOUR, Act.DEPART, half);
        assertThat(fold(plan, gone, half, again).next().orElseThrow().leg().to())
                .isEqualTo(place(2));
        var there = dispatcher.delivered(7 * HOUR, again, 40);
        var arrived = fold(plan, gone, half, again, there);
        assertThat(arrived.status()).isEqualTo(Status.ARRIVED);
        assertThat(arrived.delivered()).isEqualTo(40);
        assertThat(arrived.received())
                .as("delivered is what one says, received what the other does")
                .isZero();
        var receipt = dispatcher.received(8 * HOUR, plan, Condition.DAMAGED, 36);
        var over = fold(plan, gone, half, again, there, receipt);
        assertThat(over.received()).isEqualTo(36);
        assertThat(over.isDisputed()).isTrue();
        var recounted = dispatcher.received(9 * HOUR, plan, Condition.INTACT, 40);
        assertThat(fold(plan, gone, half, again, there, receipt, recounted).isDisputed())
                .as("the newest receipt counts")
                .isFalse();
    }

    @Test
    void whatIsLateDelaysWhatFollows() {
        var gone = dispatcher.step(0, Act.DEPART, plan);
        var late = dispatcher.on(
                "USA",
                HOUR,
                Act.DELAY,
                gone,
                Map.of("arrival", new CborText(at(5 * HOUR).toString())));
        var move = fold(plan, gone, late);
        assertThat(move.status()).isEqualTo(Status.DELAYED);
        assertThat(move.stages()).extracting(Move.Stage::arrival).containsExactly(at(5 * HOUR), at(9 * HOUR));
        assertThat(move.delay()).isEqualTo(late);
        assertThat(move.isSilent(at(5 * HOUR))).isFalse();
        assertThat(move.isSilent(at(5 * HOUR + 1))).isTrue();
        var caughtUp = dispatcher.step(3 * HOUR, Act.ARRIVE, gone);
        assertThat(fold(plan, gone, late, caughtUp).status())
                .as("it was in time after all")
                .isEqualTo(Status.UNDER_WAY);
        var tooLate = dispatcher.step(6 * HOUR, Act.ARRIVE, gone);
        var second = fold(plan, gone, late, tooLate);
        assertThat(second.delay()).as("overtaken by the arrival").isNull();
        assertThat(second.stages().get(1).departure()).isEqualTo(at(7 * HOUR));
        assertThat(second.status()).isEqualTo(Status.DELAYED);
    }

    @Test
    void whatIsCancelledDoesNotArriveAndWhatHasArrivedIsNotCancelled() {
        var gone = dispatcher.step(0, Act.DEPART, plan);
        var half = dispatcher.step(3 * HOUR, Act.ARRIVE, gone);
        var again = dispatcher.step(4 * HOUR, Act.DEPART, half);
        var no = dispatcher.step(5 * HOUR, Act.CANCEL, plan);
        var there = dispatcher.delivered(7 * HOUR, again, 40);
        var cancelled = fold(plan, gone, half, again, no, there);
        assertThat(cancelled.status()).isEqualTo(Status.CANCELLED);
        assertThat(cancelled.delivered()).isZero();
        var late = dispatcher.step(8 * HOUR, Act.CANCEL, plan);
        assertThat(fold(plan, gone, half, again, there, late).status()).isEqualTo(Status.ARRIVED);
    }

    @Test
    void saysAllReasonsWhySomethingDoesNotFit() {
        var gone = dispatcher.step(HOUR, Act.DEPART, plan);
        assertThat(against(dispatcher.on("JPN", 2 * HOUR, Act.DEPART, plan, Map.of())))
                .containsExactly("/act");
        assertThat(against(dispatcher.delivered(HOUR - 1, gone, 40), gone)).containsExactly("/at", "/delivered");
        assertThat(against(dispatcher.received(HOUR, plan, Condition.INTACT, 41)))
                .containsExactly("/quantity");
        assertThat(against(dispatcher.received(HOUR, plan, Condition.NOT_RECEIVED, 1)))
                .containsExactly("/quantity");
        assertThat(against(dispatcher.on("USA", HOUR, Act.RECEIVE, plan, Map.of("quantity", new CborInt(4)))))
                .containsExactly("/act");
        assertThat(against(dispatcher.step(HOUR, Act.ARRIVE, plan))).containsExactly("/on");
        assertThat(against(dispatcher.say("USA", 1, Act.CANCEL, Map.of("on", id(plan)), "USA")))
                .as("all are told")
                .containsExactly("/to");
        assertThat(against(dispatcher.step(HOUR, Act.ARRIVE, gone)))
                .as("what it follows is not here")
                .containsExactly("/on");
        var half = dispatcher.step(3 * HOUR, Act.ARRIVE, gone);
        var again = dispatcher.step(4 * HOUR, Act.DEPART, half);
        assertThat(against(dispatcher.step(7 * HOUR, Act.ARRIVE, again), gone, half, again))
                .as("where the last leg ends, something is delivered")
                .containsExactly("/delivered");
        var there = dispatcher.delivered(7 * HOUR, again, 40);
        assertThat(against(dispatcher.step(8 * HOUR, Act.DEPART, there), gone, half, again, there))
                .containsExactly("/on");
    }

    private static CborText id(Statement said) {
        return new CborText(said.record().toString());
    }

    private List<String> against(Statement next, Statement... held) {
        var all = new ArrayList<>(List.of(held));
        all.add(plan);
        return MoveFold.against(all, next).stream().map(Objection::at).toList();
    }

    @Test
    void legsAreOneWayInTime() {
        assertThat(mistakes()).containsExactly("/legs");
        assertThat(mistakes(leg(place(1), place(1), 0, 60))).containsExactly("/legs/0/to");
        assertThat(mistakes(leg(place(1), place(2), 60, 60))).containsExactly("/legs/0/arrival");
        assertThat(mistakes(leg(place(1), place(2), 0, 60), leg(place(3), place(4), 59, 90)))
                .containsExactly("/legs/1/from", "/legs/1/departure");
        assertThat(mistakes(leg(place(1), place(2), 0, 60), leg(place(2), place(4), 60, 90)))
                .isEmpty();
    }

    private List<String> mistakes(CborMap... legs) {
        return dispatcher
                .write("USA", 0, Act.PLAN, Map.of("legs", new CborArray(List.of(legs))), BOTH)
                .objections()
                .stream()
                .map(Objection::at)
                .toList();
    }
}
