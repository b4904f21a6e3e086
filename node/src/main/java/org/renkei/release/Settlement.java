package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.OutwardForm;
import org.renkei.kernel.release.ReleaseDecision;
import org.renkei.kernel.release.Rulebook;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.springframework.stereotype.Component;

/// Brings every partner's ledger in line with what the partner may hold of one record now. What it already holds is not
/// sent again; what it may no longer hold is recalled; a form that takes something back is preceded by a recall, so
/// that
/// nothing older stays behind.
@Component
class Settlement {
    private final PartyRegister register;
    private final Partners partners;
    private final Decisions decisions;
    private final Ledgers ledgers;
    private final Clock clock;

    Settlement(PartyRegister register, Partners partners, Decisions decisions, Ledgers ledgers, Clock clock) {
        this.register = register;
        this.partners = partners;
        this.decisions = decisions;
        this.ledgers = ledgers;
        this.clock = clock;
    }

    /// What changed for a party.
    enum Effect {
        NOTHING,
        RELEASED,
        NARROWED,
        RECALLED
    }

    /// The outcome for one party, with what the audit log must hold of it.
    record Settled(
            Decision decision, Effect effect, @Nullable Long position, AuditEvent event) {}

    /// Decides for every linked partner and appends what follows from it.
    ///
    /// @param sameLabels true when label and portions are those of the revision before
    List<Settled> settle(SharedRecord record, Rulebook rulebook, boolean sameLabels, String actor) {
        var settled = new ArrayList<Settled>();
        for (var partner : inOrder()) {
            var decision = decide(record, rulebook, partner.party());
            settled.add(settle(record, decision, sameLabels, actor));
        }
        return settled;
    }

    /// Decides again after a change of the facts, and keeps only what has changed for somebody.
    List<Settled> settleAgain(SharedRecord record, Rulebook rulebook, String actor) {
        var changed = new ArrayList<Settled>();
        for (var partner : inOrder()) {
            var decision = decide(record, rulebook, partner.party());
            var before = decisions.latestOutcome(record.id(), partner.party());
            if (before.isEmpty() || !before.get().equals(decision.word()) || decision instanceof Decision.Redacted) {
                changed.add(settle(record, decision, false, actor));
            }
        }
        return changed;
    }

    Decision decide(SharedRecord record, Rulebook rulebook, String party) {
        return new ReleaseDecision(rulebook)
                .decide(
                        record.label(),
                        record.portions(),
                        record.origin().party(),
                        rulebook.compile(register.recipient(party)),
                        register.today(),
                        Set.of());
    }

    /// The form a party would receive of a decision, whatever it holds already.
    Optional<SharedRecord> form(SharedRecord record, Decision decision, int revision) {
        var known = decisions.known(record.references(), decision.party());
        return OutwardForm.of(record, decision, revision, known::contains);
    }

    /// Takes the record back from everybody who holds it; answers from whom.
    List<String> recall(UUID record) {
        var from = new ArrayList<String>();
        for (var partner : inOrder()) {
            var held = decisions.findHeld(record, partner.party());
            if (held.isPresent() && held.get().form() != null) {
                recall(record, partner.party(), held.get());
                from.add(partner.party());
            }
        }
        return from;
    }

    private Settled settle(SharedRecord record, Decision decision, boolean sameLabels, String actor) {
        var party = decision.party();
        var held = decisions.findHeld(record.id(), party).orElse(new Decisions.Held(0, null, 0));
        var form = form(record, decision, held.revision() + 1);
        var effect = Effect.NOTHING;
        Long position = held.form() == null ? null : held.position();
        if (form.isEmpty()) {
            if (held.form() != null) {
                position = recall(record.id(), party, held);
                effect = Effect.RECALLED;
            }
        } else if (!digest(form.get()).equals(held.form())) {
            effect = Effect.RELEASED;
            if (held.form() != null && !isAsOpenAsBefore(record.id(), decision, sameLabels)) {
                recall(record.id(), party, held);
                effect = Effect.NARROWED;
            }
            position = release(record.id(), party, form.get());
        }
        var summary = DecisionSummary.of(decision);
        var explanation = decisions.keep(Explanation.of(decision.reasons()));
        decisions.insert(record.id(), record.revision(), summary, explanation, clock.instant(), position);
        return new Settled(decision, effect, position, event(record, summary, explanation, position, actor));
    }

    /// Whether the new form surely takes nothing back of what the party holds.
    private boolean isAsOpenAsBefore(UUID record, Decision decision, boolean sameLabels) {
        return sameLabels
                && decisions
                        .latestOutcome(record, decision.party())
                        .filter(decision.word()::equals)
                        .isPresent();
    }

    private long release(UUID record, String party, SharedRecord form) {
        var position = ledgers.append(party, at -> new LedgerEntry.Release(at, form));
        decisions.putHeld(record, party, new Decisions.Held(form.revision(), digest(form), position));
        return position;
    }

    private long recall(UUID record, String party, Decisions.Held held) {
        var position = ledgers.append(party, at -> new LedgerEntry.Recall(at, record));
        decisions.putHeld(record, party, new Decisions.Held(held.revision(), null, position));
        return position;
    }

    private static AuditEvent event(
            SharedRecord record, DecisionSummary summary, Hash explanation, @Nullable Long position, String actor) {
        Map<String, Object> details = new TreeMap<>(Map.of(
                "decision", summary.outcome(),
                "revision", record.revision(),
                "asOf", summary.asOf().toString(),
                "explanation", explanation.hex()));
        if (position != null) {
            details.put("position", position);
        }
        return new AuditEvent(actor, "release-decided", record.id(), summary.party(), details);
    }

    /// The digest of a form whatever its number, so that equal content is recognized.
    private static Hash digest(SharedRecord form) {
        return RecordCodec.digest(form.withRevision(1));
    }

    /// Always in the same order, so that two writers never wait for each other.
    private List<Partners.Partner> inOrder() {
        return partners.list().stream()
                .sorted((one, other) -> one.party().compareTo(other.party()))
                .toList();
    }
}
