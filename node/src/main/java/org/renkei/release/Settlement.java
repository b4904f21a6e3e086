package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.Settling;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.party.PartyRegister;
import org.renkei.records.Marking;
import org.renkei.release.Holdings.Holding;
import org.renkei.release.Holdings.Key;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/// Brings partners' ledgers in line with what they may hold of records now, many records at a time: everything is
/// read with one query each, the kernel's `Settling` says what follows, and everything is written with one
/// statement each.
@Component
class Settlement {
    private final PartyRegister register;
    private final Partners partners;
    private final Decisions decisions;
    private final Holdings holdings;
    private final Ledgers ledgers;
    private final Gatekeeper gatekeeper;
    private final Clock clock;
    private final JsonMapper json;

    Settlement(
            PartyRegister register,
            Partners partners,
            Decisions decisions,
            Holdings holdings,
            Ledgers ledgers,
            Gatekeeper gatekeeper,
            Clock clock,
            JsonMapper json) {
        this.register = register;
        this.partners = partners;
        this.decisions = decisions;
        this.holdings = holdings;
        this.ledgers = ledgers;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
        this.json = json;
    }

    /// A revision to settle.
    ///
    /// @param sameLabels its marking is that of the revision before, and so are the facts
    /// @param first there is none before
    /// @param sameMarking its marking is that of the revision that was decided last
    /// @param before marking over all portions of the revision before
    record Subject(
            SharedRecord record,
            boolean sameLabels,
            boolean first,
            boolean sameMarking,
            @Nullable Label before) {

        static Subject of(SharedRecord record, @Nullable SharedRecord before) {
            var same = Authoring.hasSameLabels(record, before);
            return new Subject(record, same, before == null, same, before == null ? null : before.banner());
        }

        /// The same revision once more, by other facts.
        static Subject again(SharedRecord record) {
            return new Subject(record, false, false, true, record.banner());
        }

        /// The same revision once more, and policy is asked even about what a party holds.
        static Subject anew(SharedRecord record) {
            return new Subject(record, false, false, false, record.banner());
        }
    }

    /// How urgent what follows is: at an officer's word on one record its recall is at least IMMEDIATE, among many
    /// records each is as urgent as itself, and after a change of the facts nothing overtakes.
    enum Occasion {
        ONE_RECORD,
        MANY_RECORDS,
        CHANGED_FACTS;

        Precedence release(Precedence own) {
            return this == CHANGED_FACTS ? Precedence.ROUTINE : own;
        }

        Precedence recall(Precedence own) {
            return this == ONE_RECORD && !own.isUrgent() ? Precedence.IMMEDIATE : release(own);
        }
    }

    /// The facts of this moment.
    Verdicts verdicts() {
        return new Verdicts(register, json);
    }

    /// The parties with a ledger, always in the same order, so that two writers never wait for each other.
    List<String> parties() {
        return partners.list().stream().map(Partners.Partner::key).sorted().toList();
    }

    /// Decides every subject for every one of the parties, and appends what follows from it; answers in
    /// the order of subjects and parties.
    ///
    /// @param author who releases them; null when an officer has looked at them, or only the facts have changed
    List<List<Settled>> settle(
            List<Subject> subjects,
            List<String> parties,
            Verdicts verdicts,
            Occasion occasion,
            @Nullable String author) {
        var references = subjects.stream()
                .flatMap(subject -> subject.record().references().stream())
                .collect(Collectors.toSet());
        var before = subjects.stream()
                .filter(subject -> !subject.first())
                .map(subject -> subject.record().id())
                .collect(Collectors.toSet());
        var round = new SettlingRound(ledgers, holdings, holdings.find(before), holdings.known(references), occasion);
        var watch = gatekeeper.watch(before, occasion == Occasion.MANY_RECORDS ? subjects.size() : 1, author);
        var settled = new ArrayList<List<Settled>>();
        for (var subject : subjects) {
            var list = new ArrayList<Settled>();
            var marking = Marking.of(subject.record());
            for (var party : parties) {
                var verdict = byRules(subject.record(), marking, party, verdicts, watch);
                list.add(round.settle(subject, passed(watch, subject, marking, verdict, verdicts, round)));
                if (round.holds(subject.record().id(), party)) {
                    watch.holds(subject.record().kind(), party);
                }
            }
            settled.add(list);
        }
        watch.write();
        round.write(subjects.stream()
                .filter(Subject::first)
                .map(subject -> subject.record().id())
                .collect(Collectors.toSet()));
        var all = settled.stream().flatMap(List::stream).toList();
        decisions.insert(all, clock.instant());
        return settled;
    }

    private static Verdict passed(
            Gatekeeper.Watch watch,
            Subject subject,
            Marking marking,
            Verdict verdict,
            Verdicts verdicts,
            SettlingRound round) {
        var record = subject.record();
        var holds = subject.sameMarking() && round.holds(record.id(), verdict.party());
        return verdicts.after(
                watch.ask(record, marking.digest(), subject.before(), holds, verdict.decision()), verdict);
    }

    /// By labels, agreements, and the consents that were given.
    private static Verdict byRules(
            SharedRecord record, Marking marking, String party, Verdicts verdicts, Gatekeeper.Watch watch) {
        var verdict = verdicts.of(marking, party);
        return verdict.decision() instanceof Decision.NeedsReview
                ? verdicts.of(marking, party, watch.consenting(record, party))
                : verdict;
    }

    /// As of now, and before policy and officers.
    Decision byRules(SharedRecord record, String party) {
        return byRules(List.of(record), party).getFirst();
    }

    List<Decision> byRules(List<SharedRecord> some, String party) {
        var watch = gatekeeper.watch(some.stream().map(SharedRecord::id).toList(), 1, null);
        var verdicts = verdicts();
        return some.stream()
                .map(record -> byRules(record, Marking.of(record), party, verdicts, watch)
                        .decision())
                .toList();
    }

    /// What would be decided for a draft, with nobody being asked.
    Verdict preview(SharedRecord record, String party, Verdicts verdicts, Gatekeeper.Watch watch) {
        var marking = Marking.of(record);
        var verdict = verdicts.of(marking, party);
        return verdicts.after(watch.wouldAsk(record, marking.digest(), verdict.decision()), verdict);
    }

    /// @param author who would release it
    Gatekeeper.Watch preview(String author) {
        return gatekeeper.watch(Set.of(), 1, author);
    }

    /// Records that a party may not hold any more, by one verdict: whoever holds them gives them back.
    List<Settled> withdraw(Map<UUID, Integer> revisions, Verdict verdict, Occasion occasion) {
        var held = holdings.find(verdict.party(), revisions.keySet());
        var round = new SettlingRound(ledgers, holdings, held, Set.of(), occasion);
        var settled = new ArrayList<Settled>();
        revisions.forEach((record, revision) -> settled.add(round.withdraw(record, revision, verdict)));
        gatekeeper.forget(revisions.keySet(), List.of(verdict.party()));
        round.write(Set.of());
        decisions.insert(settled, clock.instant());
        return settled;
    }

    /// Takes one record back from everybody who holds it, at its officer's word; answers from whom.
    List<String> recall(UUID record, Precedence precedence) {
        var round = new SettlingRound(ledgers, holdings, holdings.find(List.of(record)), Set.of(), Occasion.ONE_RECORD);
        var from = parties().stream()
                .filter(party -> round.recall(new Key(record, party), precedence))
                .toList();
        round.write(Set.of());
        gatekeeper.forget(List.of(record), parties());
        return from;
    }

    /// The form of a record that a party holds after a decision; of a draft nothing was given yet.
    Optional<SharedRecord> form(SharedRecord record, Decision decision) {
        var party = decision.party();
        var held = holdings.find(List.of(record.id()))
                .getOrDefault(new Key(record.id(), party), Holding.NOTHING)
                .held();
        return Settling.form(record, decision, held, known(record.references(), party)::contains);
    }

    /// Which of these records a party may be told of.
    private Set<UUID> known(Collection<UUID> records, String party) {
        return holdings.known(records).stream()
                .filter(key -> key.party().equals(party))
                .map(Key::record)
                .collect(Collectors.toSet());
    }
}
