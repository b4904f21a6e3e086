package org.renkei.kernel.cases;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Case.OfferState;
import org.renkei.kernel.cases.Case.State;

/// What one nation may say next, with what follows from the case filled in.
public final class NextSteps {
    private static final List<Act> ALWAYS = List.of(
            Act.REPORT,
            Act.ASK,
            Act.REQUEST,
            Act.DECISION,
            Act.CALL,
            Act.TASK,
            Act.ESCALATE,
            Act.DELEGATE,
            Act.PHASE,
            Act.HANDOVER,
            Act.INVITE,
            Act.CLOSE);

    private NextSteps() {}

    /// @param on what it answers; null when it stands for itself
    /// @param to who can be told at most
    /// @param everybody whether all of them have to be told
    /// @param filled values of fields that follow
    public record Step(Act act, @Nullable UUID on, Set<String> to, boolean everybody, Map<String, Object> filled) {}

    public static List<Step> of(Case one, String party) {
        var steps = new ArrayList<Step>();
        if (!one.nations().contains(party)) {
            return steps;
        }
        if (one.state() == State.CLOSED) {
            steps.add(new Step(Act.LESSON, null, one.nations(), false, Map.of()));
            steps.add(new Step(Act.REOPEN, null, one.nations(), true, Map.of()));
        } else {
            ALWAYS.stream()
                    .filter(act -> act != Act.CLOSE || !one.closedBy().contains(party))
                    .forEach(act ->
                            steps.add(new Step(act, null, one.nations(), act.isCaseWide(), filled(one, act, party))));
            steps.add(new Step(Act.LESSON, null, one.nations(), false, Map.of()));
            one.asked().forEach(asked -> asked(asked, party, steps));
            one.undertakings().stream()
                    .filter(open -> !open.isOver() && open.said().party().equals(party))
                    .forEach(open -> {
                        steps.add(on(open.said().act() == Act.TASK ? Act.STATUS : Act.RESULT, open.said()));
                        steps.add(on(Act.WITHDRAW, open.said()));
                    });
            one.joining().stream().filter(open -> !open.isOver()).forEach(open -> joining(one, open, party, steps));
        }
        one.consultations().stream()
                .filter(called -> !called.withdrawn() && called.called().to().contains(party))
                .forEach(called -> minutes(called, party, steps));
        return steps;
    }

    /// A matter goes on from where it lies, and a view of the situation from the one that one has.
    private static Map<String, Object> filled(Case one, Act act, String party) {
        var phase = one.phases().get(party);
        if (act == Act.PHASE && phase != null) {
            return Map.of("phase", phase.code());
        }
        return act == Act.ESCALATE || act == Act.DELEGATE ? Map.of("from", one.body()) : Map.of();
    }

    private static void asked(Case.Asked asked, String party, List<Step> steps) {
        var said = asked.said();
        var own = said.party().equals(party);
        if (!asked.isOver() && own) {
            if (said.act() == Act.REQUEST && asked.accepted() + asked.offers().size() > 0) {
                steps.add(on(Act.STATUS, said, Map.of("status", Act.Progress.DONE.code())));
            }
            steps.add(on(Act.WITHDRAW, said));
        }
        if (!asked.isOver() && !own && said.to().contains(party)) {
            steps.add(on(said.act() == Act.ASK ? Act.ANSWER : Act.OFFER, said));
            if (asked.refusals().stream().noneMatch(one -> one.party().equals(party))) {
                steps.add(on(Act.DECLINE, said));
            }
        }
        for (var offer : asked.offers()) {
            var open = offer.state() == OfferState.OFFERED && !asked.isOver();
            if (open && own) {
                steps.add(on(Act.ACCEPT, offer.said(), Map.of("extent", Act.Extent.WHOLE.code())));
                steps.add(on(Act.DECLINE, offer.said()));
            }
            if (open && offer.said().party().equals(party)) {
                steps.add(on(Act.WITHDRAW, offer.said()));
            }
            var going = offer.progress() == null || offer.progress() == Act.Progress.UNDER_WAY;
            if (offer.state() == OfferState.ACCEPTED && offer.said().party().equals(party) && going) {
                steps.add(on(Act.STATUS, offer.said(), Map.of("status", Act.Progress.UNDER_WAY.code())));
            }
        }
    }

    private static void joining(Case one, Case.Joining open, String party, List<Step> steps) {
        var said = open.said();
        if (open.isOpenTo(party)) {
            steps.add(on(Act.ASSENT, said, Map.of(), true));
        }
        if (open.isOpenTo(party) && !open.refused().contains(party)) {
            steps.add(on(Act.DECLINE, said, Map.of(), true));
        }
        if (said.party().equals(party)) {
            steps.add(on(Act.WITHDRAW, said));
        }
        var opening = one.opening();
        if (open.state() == Case.JoiningState.ASSENTED
                && opening != null
                && opening.act() == Act.OPEN
                && opening.party().equals(party)) {
            steps.add(admission(one, opening, open, party));
        }
    }

    /// Told to who joins, too: with what the case is, as they do not have its opening.
    private static Step admission(Case one, Statement opening, Case.Joining open, String party) {
        var filled = new LinkedHashMap<String, Object>();
        filled.put("party", open.party());
        filled.put("opened", opening.mark());
        List.of("nameEn", "nameJa", "body", "objectives")
                .forEach(name -> opening.text(name).ifPresent(text -> filled.put(name, text)));
        var phase = one.phases().get(party);
        if (phase != null) {
            filled.put("phase", phase.code());
        }
        var to = new TreeSet<>(one.nations());
        to.add(open.party());
        return new Step(Act.ADMIT, open.said().record(), to, true, filled);
    }

    private static void minutes(Case.Consultation called, String party, List<Step> steps) {
        if (!called.isAgreed()) {
            steps.add(on(Act.MINUTES, called.called(), Map.of(), true));
        }
        var versions = called.versions().values();
        var complete =
                called.versions().keySet().equals(new TreeSet<>(called.called().to()));
        if (complete && !called.agreedBy().contains(party)) {
            var named = versions.stream()
                    .map(one -> one.record().toString())
                    .sorted()
                    .toList();
            var filled = Map.<String, Object>of(
                    "on", named, "hash", Statement.digestOf(versions).hex());
            steps.add(new Step(
                    Act.AGREE, called.called().record(), called.called().to(), true, filled));
        }
    }

    private static Step on(Act act, Statement said) {
        return on(act, said, Map.of());
    }

    private static Step on(Act act, Statement said, Map<String, Object> more) {
        return on(act, said, more, act == Act.WITHDRAW);
    }

    private static Step on(Act act, Statement said, Map<String, Object> more, boolean everybody) {
        var filled = new LinkedHashMap<String, Object>(more);
        filled.put("on", said.record().toString());
        return new Step(act, said.record(), said.to(), everybody, filled);
    }
}
