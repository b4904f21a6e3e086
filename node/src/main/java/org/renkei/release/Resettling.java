package org.renkei.release;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Recipient;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.renkei.release.Settlement.Occasion;
import org.renkei.release.Settlement.Subject;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Decides again what officers have ruled on, and says what the rules alone give.
@Service
public class Resettling {
    private final Records records;
    private final Settlement settlement;
    private final Decisions decisions;
    private final Redecisions redecisions;
    private final AuditLog audit;

    Resettling(Records records, Settlement settlement, Decisions decisions, Redecisions redecisions, AuditLog audit) {
        this.records = records;
        this.settlement = settlement;
        this.decisions = decisions;
        this.redecisions = redecisions;
        this.audit = audit;
    }

    /// Makes writers follow one another until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock() {
        decisions.lock();
    }

    /// Decides records of this node again for one party. Those that are recalled are left alone.
    ///
    /// @param anew whether policy is asked again about what the party holds already
    @Transactional(propagation = Propagation.MANDATORY)
    public void settle(Collection<UUID> ids, String party, boolean anew, String actor) {
        var subjects = records.list(ids).stream()
                .filter(record -> record.own() && !record.recalled())
                .map(StoredRecord::content)
                .flatMap(Stream::ofNullable)
                .map(content -> anew ? Subject.anew(content) : Subject.again(content))
                .toList();
        var settled = settlement.settle(subjects, List.of(party), settlement.verdicts(), Occasion.ONE_RECORD, null);
        audit.append(settled.stream()
                .flatMap(List::stream)
                .map(one -> one.event(actor, "release-decided"))
                .toList());
    }

    /// The partners of a nation that have a ledger.
    public List<String> partnersOf(String nation) {
        return settlement.parties().stream()
                .filter(key -> Recipient.partyOf(key).equals(nation))
                .toList();
    }

    /// What decides beyond markings has changed: decides again in the background where it makes a difference.
    @Transactional(propagation = Propagation.MANDATORY)
    public void factsChanged(String cause, String actor) {
        redecisions.check(cause, actor);
    }

    /// Goes on with what is to be decided again.
    public void work() {
        redecisions.work();
    }

    /// What a party would get of a record by the rules alone, before policy and officers.
    public Decision byRules(SharedRecord record, String party) {
        return settlement.byRules(record, party);
    }

    /// The same of several records, in their order.
    @Transactional(propagation = Propagation.MANDATORY)
    public List<Decision> byRules(List<SharedRecord> some, String party) {
        return settlement.byRules(some, party);
    }

    /// Exactly what a party would receive by a decision, numbered after what it was given so far.
    public Optional<SharedRecord> form(SharedRecord record, Decision decision) {
        return settlement.form(record, decision);
    }

    /// The reasons of a decision in words, failed ones first.
    public List<DecisionView.ReasonView> reasons(Decision decision, Locale language) {
        return DecisionView.of(decision, true, language).reasons();
    }
}
