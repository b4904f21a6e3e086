package org.renkei.kernel.meetings;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cases.Said;
import org.renkei.kernel.cases.SaidOrder;
import org.renkei.kernel.meetings.Meeting.Item;
import org.renkei.kernel.meetings.Meeting.Told;
import org.renkei.kernel.meetings.Proposal.Standing;

/// From statements to a [Meeting]. A statement that does not fit changes nothing and is kept with every
/// reason why.
public final class MeetingFold {
    private final Statement opening;
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, Told> judged = new HashMap<>();
    private final Standings schedules = new Standings();
    private final Map<UUID, Drawn> items = new LinkedHashMap<>();
    private @Nullable Statement ending;

    /// An item while the fold goes on.
    private static final class Drawn {
        final Statement said;
        final Standings place = new Standings();
        final Standings outcomes = new Standings();
        final Map<UUID, Statement> papers = new LinkedHashMap<>();
        long position;
        boolean withdrawn;

        Drawn(Statement said) {
            this.said = said;
            this.position = said.position();
            place.propose(said);
        }

        Item closed(String number) {
            return new Item(
                    number,
                    place.all().getFirst(),
                    position,
                    List.copyOf(papers.values()),
                    outcomes.all(),
                    outcomes.agreed());
        }
    }

    private MeetingFold(Statement opening) {
        this.opening = opening;
    }

    /// @param statements of one meeting, in any order of arrival, each once or more often
    public static Meeting fold(UUID id, Collection<Statement> statements) {
        var order = SaidOrder.of(statements);
        var opening = order.counted().stream()
                .filter(one -> one.act() == Act.CALL
                        && Statement.meetingOf(one.party(), one.mark()).equals(id))
                .findFirst();
        if (opening.isEmpty()) {
            var all = new ArrayList<>(order.counted());
            all.addAll(order.waiting());
            all.sort(Said.BY_TIME);
            return new Meeting(id, null, Set.of(), List.of(), all, State.PROPOSED, List.of(), null, null, List.of());
        }
        var fold = new MeetingFold(opening.get());
        order.counted().forEach(fold::tell);
        return fold.whole(id, order.waiting());
    }

    /// What speaks against a statement that is not said yet, where all of these are held.
    public static List<Objection> against(Collection<Statement> held, Statement next) {
        var all = new ArrayList<>(held);
        all.add(next);
        return fold(next.meeting(), all).told().stream()
                .filter(one -> one.statement().equals(next))
                .findFirst()
                .map(Told::objections)
                .orElseGet(() -> List.of(SaidOrder.wouldWait(held, next)));
    }

    private void tell(Statement said) {
        var one = new Told(said, new Judge(opening, judged).objections(said));
        told.add(one);
        judged.put(said.record(), one);
        if (!one.fits()) {
            return;
        }
        switch (said.act()) {
            case CALL, MOVE -> schedules.propose(said);
            case HELD, CANCEL -> ending = ending == null ? said : ending;
            case ITEM -> items.put(said.record(), new Drawn(said));
            case REORDER, PAPER, OUTCOME, AGREE, OBJECT, WITHDRAW -> said.on().forEach(on -> answer(said, on));
        }
    }

    private void answer(Statement said, UUID on) {
        switch (said.act()) {
            case REORDER -> drawn(on).position = said.position();
            case PAPER -> drawn(on).papers.put(said.record(), said);
            case OUTCOME -> drawn(on).outcomes.propose(said);
            case AGREE -> all().forEach(one -> one.agree(on, said.party()));
            case OBJECT -> all().forEach(one -> one.object(on, said));
            case WITHDRAW -> withdraw(on);
            case CALL, MOVE, ITEM, HELD, CANCEL -> throw new IllegalStateException("it answers nothing");
        }
    }

    private void withdraw(UUID on) {
        schedules.withdraw(on);
        items.values().forEach(one -> {
            one.papers.remove(on);
            one.outcomes.withdraw(on);
            one.withdrawn |= one.place.withdraw(on);
        });
    }

    /// A statement that fits names an item that fitted.
    private Drawn drawn(UUID item) {
        var drawn = items.get(item);
        if (drawn == null) {
            throw new IllegalStateException("no item " + item);
        }
        return drawn;
    }

    private List<Standings> all() {
        var all = new ArrayList<Standings>();
        all.add(schedules);
        items.values().forEach(one -> {
            all.add(one.place);
            all.add(one.outcomes);
        });
        return all;
    }

    private Meeting whole(UUID id, List<Statement> waiting) {
        return new Meeting(
                id,
                opening,
                opening.to(),
                told,
                waiting,
                state(),
                schedules.all(),
                schedules.agreed(),
                ending,
                agenda());
    }

    private State state() {
        var last = ending;
        if (last != null) {
            return last.act() == Act.HELD ? State.HELD : State.CANCELLED;
        }
        var agreed = schedules.agreed();
        if (agreed == null) {
            return State.PROPOSED;
        }
        var first = schedules.all().stream()
                .filter(one -> one.standing() == Standing.AGREED)
                .findFirst()
                .orElse(agreed);
        return first.equals(agreed) ? State.AGREED : State.MOVED;
    }

    /// Each item is counted only among those of exactly its addressees: whoever sees one of them sees all
    /// of them.
    private List<Item> agenda() {
        var counts = new HashMap<Set<String>, Integer>();
        return items.values().stream()
                .filter(one -> !one.withdrawn)
                .sorted(Comparator.comparingLong((Drawn one) -> one.position)
                        .thenComparing(one -> one.said, Said.BY_TIME))
                .map(one -> one.closed(number(one.said.to(), counts)))
                .toList();
    }

    private String number(Set<String> to, Map<Set<String>, Integer> counts) {
        var count = counts.merge(to, 1, Integer::sum);
        return to.equals(opening.to())
                ? String.valueOf(count)
                : String.join("·", to.stream().sorted().toList()) + " " + count;
    }
}
