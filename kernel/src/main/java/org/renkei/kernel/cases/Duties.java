package org.renkei.kernel.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Case.Asked;
import org.renkei.kernel.cases.Case.OfferState;
import org.renkei.kernel.cases.Case.State;

/// Who has to act next in a case, and until when: what follows from the statements that are held, so that
/// nothing that was done is asked for again and nothing that is late is hidden, whenever what came came.
public final class Duties {
    private Duties() {}

    public enum Kind implements Coded {
        /// Give the information that was asked for.
        INFORM,
        /// Offer the assistance that was asked for, or decline.
        RESPOND,
        /// Accept an offer, or decline it.
        DECIDE,
        /// Do what was accepted.
        DELIVER,
        /// Do what one gave oneself to do.
        DO,
        /// Say what came of an escalation or a delegation.
        RESOLVE,
        /// Write the own version of the minutes.
        MINUTES,
        /// Agree to the versions, or write a better one.
        AGREE,
        /// Say whether a further nation shall join.
        ASSENT,
        /// Tell a nation that joins what the case is.
        ADMIT,
        /// Say to a nation that joined later how one sees the situation.
        PHASE,
        /// Close what others have closed.
        CLOSE
    }

    /// @param party who has to act
    /// @param owedTo whom they owe it: with a third party these two may have settled it unseen; null when it is the
    /// whole case's
    /// @param body code of the body that it is for; null when it is for whoever has the watch
    /// @param due null when there is no time set
    public record Duty(
            Kind kind,
            String party,
            Statement on,
            @Nullable String owedTo,
            @Nullable String body,
            @Nullable Instant due) {
        /// Whether somebody of a nation can tell that it is still open.
        public boolean concerns(String nation) {
            return owedTo == null || owedTo.equals(nation) || party.equals(nation);
        }

        public boolean isOverdue(Instant now) {
            return due != null && due.isBefore(now);
        }
    }

    /// The most pressing first.
    public static List<Duty> of(Case one) {
        var duties = new ArrayList<Duty>();
        one.asked().stream().filter(asked -> !asked.isOver()).forEach(asked -> asked(asked, duties));
        one.undertakings().stream()
                .filter(open -> !open.isOver())
                .map(open -> open.said())
                .forEach(said -> duties.add(of(said.act() == Act.TASK ? Kind.DO : Kind.RESOLVE, said.party(), said)));
        one.consultations().stream()
                .filter(called -> !called.withdrawn() && !called.isAgreed())
                .forEach(called -> minutes(called, duties));
        var opening = one.opening();
        if (one.state() != State.CLOSED) {
            one.joining().stream().filter(open -> !open.isOver()).forEach(open -> joining(one, open, duties));
        }
        if (one.state() != State.CLOSED && opening != null) {
            one.phasesToSayAnew().forEach(party -> duties.add(new Duty(Kind.PHASE, party, opening, null, null, null)));
        }
        if (one.state() == State.CLOSING && opening != null) {
            one.nations().stream()
                    .filter(party -> !one.closedBy().contains(party))
                    .forEach(party -> duties.add(new Duty(Kind.CLOSE, party, opening, null, null, null)));
        }
        duties.sort(Comparator.comparing((Duty duty) -> duty.due() == null ? Instant.MAX : duty.due())
                .thenComparing(Duty::kind)
                .thenComparing(Duty::party)
                .thenComparing(Duty::on, Statement.BY_TIME));
        return List.copyOf(duties);
    }

    private static void asked(Asked asked, List<Duty> duties) {
        var said = asked.said();
        var kind = said.act() == Act.ASK ? Kind.INFORM : Kind.RESPOND;
        var covered = asked.state() == Case.AskedState.ACCEPTED;
        for (var party : said.others()) {
            var answered = asked.offers().stream()
                            .anyMatch(one -> one.said().party().equals(party))
                    || asked.refusals().stream().anyMatch(one -> one.party().equals(party));
            if (!answered && !covered) {
                duties.add(of(kind, party, said));
            }
        }
        for (var offer : asked.offers()) {
            if (offer.state() == OfferState.OFFERED && !covered) {
                duties.add(new Duty(
                        Kind.DECIDE,
                        said.party(),
                        offer.said(),
                        offer.said().party(),
                        body(said),
                        due(said, "neededBy")));
            }
            var going = offer.progress() == null || offer.progress() == Act.Progress.UNDER_WAY;
            if (offer.state() == OfferState.ACCEPTED && going) {
                duties.add(new Duty(
                        Kind.DELIVER, offer.said().party(), offer.said(), said.party(), null, due(said, "neededBy")));
            }
        }
    }

    private static void joining(Case one, Case.Joining open, List<Duty> duties) {
        one.nations().stream()
                .filter(open::isOpenTo)
                .sorted()
                .forEach(party -> duties.add(of(Kind.ASSENT, party, open.said())));
        var opening = one.opening();
        if (open.state() == Case.JoiningState.ASSENTED && opening != null) {
            duties.add(of(Kind.ADMIT, opening.party(), open.said()));
        }
    }

    private static void minutes(Case.Consultation called, List<Duty> duties) {
        var complete = called.versions().keySet().containsAll(called.called().to());
        for (var party : called.called().to()) {
            if (!called.versions().containsKey(party)) {
                duties.add(new Duty(
                        Kind.MINUTES, party, called.called(), null, body(called.called()), due(called.called(), "at")));
            } else if (complete && !called.agreedBy().contains(party)) {
                duties.add(new Duty(Kind.AGREE, party, called.called(), null, body(called.called()), null));
            }
        }
    }

    private static Duty of(Kind kind, String party, Statement said) {
        var asked = kind == Kind.INFORM || kind == Kind.RESPOND;
        return new Duty(kind, party, said, asked ? said.party() : null, body(said), due(said, "due"));
    }

    private static @Nullable String body(Statement said) {
        return said.text("body").orElse(null);
    }

    private static @Nullable Instant due(Statement said, String name) {
        return said.instant(name).orElse(null);
    }
}
