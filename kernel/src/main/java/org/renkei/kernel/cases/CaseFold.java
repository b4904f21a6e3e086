package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Case.Asked;
import org.renkei.kernel.cases.Case.AskedState;
import org.renkei.kernel.cases.Case.Consultation;
import org.renkei.kernel.cases.Case.Joining;
import org.renkei.kernel.cases.Case.JoiningState;
import org.renkei.kernel.cases.Case.OfferState;
import org.renkei.kernel.cases.Case.Offered;
import org.renkei.kernel.cases.Case.Received;
import org.renkei.kernel.cases.Case.State;
import org.renkei.kernel.cases.Case.Told;
import org.renkei.kernel.cases.Case.Undertaking;

/// From statements to a [Case]. A statement that does not fit changes nothing and is kept with every reason
/// why.
public final class CaseFold {
    private final Membership members;
    private final List<Told> told = new ArrayList<>();
    private final Map<UUID, Told> judged = new HashMap<>();
    private final Map<UUID, List<Statement>> answers = new HashMap<>();
    private final Map<String, Phase> phases = new TreeMap<>();
    private final Set<String> closedBy = new TreeSet<>();
    private final Map<UUID, List<Received>> receipts = new LinkedHashMap<>();

    private CaseFold(Membership members) {
        this.members = members;
    }

    /// @param statements of one case, in any order of arrival, each once or more often
    public static Case fold(UUID id, Collection<Statement> statements) {
        var fold = new CaseFold(Membership.of(id, statements));
        var order = SaidOrder.of(statements.stream().filter(fold.members::knows).toList());
        order.counted().forEach(fold::tell);
        var counted = new HashSet<>(order.counted());
        return fold.whole(
                id,
                SaidOrder.distinct(statements).stream()
                        .filter(one -> !counted.contains(one))
                        .toList());
    }

    /// What speaks against a statement that is not said yet, where all of these are held.
    public static List<Objection> against(Collection<Statement> held, Statement next) {
        var all = new ArrayList<>(held);
        all.add(next);
        var objections = new LinkedHashSet<>(Membership.of(next.caseId(), all).objections(next));
        var told = fold(next.caseId(), all).told().stream()
                .filter(one -> one.statement().equals(next))
                .findFirst();
        told.ifPresent(one -> objections.addAll(one.objections()));
        return told.isEmpty() && objections.isEmpty()
                ? List.of(SaidOrder.wouldWait(held, next))
                : List.copyOf(objections);
    }

    private void tell(Statement said) {
        var one = new Told(said, new Judge(members, judged).objections(said));
        told.add(one);
        judged.put(said.record(), one);
        if (!one.fits()) {
            return;
        }
        said.on()
                .forEach(named ->
                        answers.computeIfAbsent(named, key -> new ArrayList<>()).add(said));
        if (said.act() == Act.OPEN || said.act() == Act.ADMIT || said.act() == Act.PHASE) {
            phases.put(said.party(), said.choice("phase", Phase.class));
        }
        var toldAll = said.to().equals(members.nations());
        if (said.act() == Act.CLOSE && toldAll) {
            closedBy.add(said.party());
        } else if (said.act() == Act.REOPEN && toldAll) {
            closedBy.clear();
        } else if (said.act() == Act.RECEIPT) {
            var receipt = said.choice("receipt", Act.Receipt.class);
            var received = new Received(said.party(), receipt, said.time().instant());
            said.on()
                    .forEach(named -> receipts.computeIfAbsent(named, key -> new ArrayList<>())
                            .add(received));
        }
    }

    private Case whole(UUID id, List<Statement> waiting) {
        var nations = members.nations();
        var joining = new ArrayList<Joining>();
        var asked = new ArrayList<Asked>();
        var consultations = new ArrayList<Consultation>();
        var undertakings = new ArrayList<Undertaking>();
        told.stream().filter(Told::fits).map(Told::statement).forEach(said -> {
            switch (said.act()) {
                case ASK, REQUEST -> asked.add(asked(said));
                case CALL -> consultations.add(consultation(said));
                case TASK, ESCALATE, DELEGATE -> undertakings.add(undertaking(said));
                case INVITE -> joining.add(joining(said));
                case OPEN,
                        PHASE,
                        REPORT,
                        ANSWER,
                        OFFER,
                        ACCEPT,
                        DECLINE,
                        WITHDRAW,
                        DECISION,
                        MINUTES,
                        AGREE,
                        STATUS,
                        RESULT,
                        HANDOVER,
                        REMARK,
                        ENCLOSE,
                        RECEIPT,
                        CLOSE,
                        REOPEN,
                        LESSON,
                        ASSENT,
                        ADMIT -> {}
            }
        });
        var state = closedBy.isEmpty() ? State.OPEN : closedBy.containsAll(nations) ? State.CLOSED : State.CLOSING;
        var read = new LinkedHashMap<UUID, List<Received>>();
        receipts.forEach((record, list) -> read.put(record, List.copyOf(list)));
        return new Case(
                id,
                members.opening(),
                state,
                nations,
                phases,
                told,
                waiting,
                closedBy,
                asked,
                consultations,
                undertakings,
                joining,
                read);
    }

    private List<Statement> answers(Statement said, Act act) {
        return answers.getOrDefault(said.record(), List.of()).stream()
                .filter(one -> one.act() == act)
                .toList();
    }

    private Act.@Nullable Progress progress(Statement said) {
        var all = answers(said, Act.STATUS);
        return all.isEmpty() ? null : all.getLast().choice("status", Act.Progress.class);
    }

    private Asked asked(Statement said) {
        var offers = answers(said, Act.OFFER).stream().map(this::offered).toList();
        var answered = answers(said, Act.ANSWER);
        var refusals = answers(said, Act.DECLINE);
        var accepted = offers.stream().mapToLong(CaseFold::accepted).sum();
        return new Asked(said, state(said, offers, answered, refusals, accepted), offers, answered, refusals, accepted);
    }

    private AskedState state(
            Statement said, List<Offered> offers, List<Statement> answered, List<Statement> refusals, long accepted) {
        if (!answers(said, Act.WITHDRAW).isEmpty()) {
            return AskedState.WITHDRAWN;
        }
        if (progress(said) == Act.Progress.DONE) {
            return AskedState.DONE;
        }
        if (!answered.isEmpty()) {
            return AskedState.ANSWERED;
        }
        var taken = offers.stream()
                .filter(one -> one.state() == OfferState.ACCEPTED)
                .toList();
        if (!taken.isEmpty()) {
            var whole = said.number("quantity")
                    .map(needed -> accepted >= needed)
                    .orElseGet(() -> taken.stream().anyMatch(one -> isWhole(one)));
            return whole ? AskedState.ACCEPTED : AskedState.ACCEPTED_IN_PART;
        }
        if (offers.stream().anyMatch(one -> one.state() == OfferState.OFFERED)) {
            return AskedState.OFFERED;
        }
        var refused = new HashSet<String>();
        refusals.forEach(one -> refused.add(one.party()));
        return refused.containsAll(said.others()) ? AskedState.DECLINED : AskedState.OPEN;
    }

    private static boolean isWhole(Offered offer) {
        var acceptance = offer.acceptance();
        return acceptance != null && acceptance.choice("extent", Act.Extent.class) == Act.Extent.WHOLE;
    }

    private static long accepted(Offered offer) {
        var acceptance = offer.acceptance();
        if (offer.state() != OfferState.ACCEPTED || acceptance == null) {
            return 0;
        }
        return acceptance
                .number("quantity")
                .or(() -> offer.said().number("quantity"))
                .orElse(0L);
    }

    /// Of acceptances and refusals of one offer the last counts.
    private Offered offered(Statement said) {
        var last = answers.getOrDefault(said.record(), List.of()).stream()
                .filter(one -> one.act() == Act.ACCEPT || one.act() == Act.DECLINE)
                .reduce((a, b) -> b)
                .orElse(null);
        var acceptance = last != null && last.act() == Act.ACCEPT ? last : null;
        var state = !answers(said, Act.WITHDRAW).isEmpty()
                ? OfferState.WITHDRAWN
                : last == null ? OfferState.OFFERED : acceptance == null ? OfferState.DECLINED : OfferState.ACCEPTED;
        return new Offered(said, state, acceptance, progress(said));
    }

    private Consultation consultation(Statement called) {
        var versions = new TreeMap<String, Statement>();
        answers(called, Act.MINUTES).forEach(one -> versions.put(one.party(), one));
        var newest = new HashSet<UUID>();
        versions.values().forEach(one -> newest.add(one.record()));
        var agreed = new TreeSet<String>();
        for (var version : versions.values()) {
            answers(version, Act.AGREE).stream()
                    .filter(one -> newest.equals(Set.copyOf(one.on())))
                    .forEach(one -> agreed.add(one.party()));
        }
        return new Consultation(called, !answers(called, Act.WITHDRAW).isEmpty(), versions, agreed);
    }

    /// Of assents and refusals of one nation the last counts.
    private Joining joining(Statement said) {
        var party = said.text("party").orElse("");
        var wants = new TreeMap<String, Boolean>();
        wants.put(said.party(), true);
        answers.getOrDefault(said.record(), List.of()).stream()
                .filter(one -> one.act() == Act.ASSENT || one.act() == Act.DECLINE)
                .forEach(one -> wants.put(one.party(), one.act() == Act.ASSENT));
        var refused = new TreeSet<String>();
        wants.forEach((nation, wanted) -> {
            if (!wanted) {
                refused.add(nation);
            }
        });
        var assented = new TreeSet<>(wants.keySet());
        assented.removeAll(refused);
        return new Joining(said, party, state(said, party, assented, refused), assented, refused);
    }

    private JoiningState state(Statement said, String party, Set<String> assented, Set<String> refused) {
        if (members.nations().contains(party)) {
            return JoiningState.JOINED;
        }
        if (!answers(said, Act.WITHDRAW).isEmpty()) {
            return JoiningState.WITHDRAWN;
        }
        if (!refused.isEmpty()) {
            return JoiningState.DECLINED;
        }
        if (!said.to().containsAll(members.nations())) {
            return JoiningState.LAPSED;
        }
        return assented.containsAll(members.nations()) ? JoiningState.ASSENTED : JoiningState.PROPOSED;
    }

    private Undertaking undertaking(Statement said) {
        var results = answers(said, Act.RESULT);
        return new Undertaking(
                said,
                !answers(said, Act.WITHDRAW).isEmpty(),
                progress(said),
                results.isEmpty() ? null : results.getLast());
    }
}
