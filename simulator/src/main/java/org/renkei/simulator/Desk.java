package org.renkei.simulator;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.clock.HybridClock;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.link.LedgerEntry;
import org.renkei.kernel.record.Precedence;
import org.renkei.kernel.record.RecordCodec;
import org.renkei.kernel.record.RecordIds;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.ReleaseDecision;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.Settling;

/// What officers do at one node, each verb a transaction: records, agreements, and what follows for every ledger.
final class Desk {
    private static final String ENDED = "ended";
    private static final int PAGE = 1;
    private static final long MAX_DRIFT_MICROS = 60_000_000;

    private final SimNode node;
    private final Cast cast;
    private final Words words;
    private final Flaws flaws;
    private final Map<Integer, CompiledRecipient> recipients = new TreeMap<>();
    private @Nullable List<Agreement> compiledFor;
    private @Nullable ReleaseDecision rules;
    /// Only for hosts with a fault: what should have been in a ledger by now.
    private final List<Runnable> postponed = new ArrayList<>();
    private int appended;

    Desk(SimNode node, Cast cast, Words words, Flaws flaws) {
        this.node = node;
        this.cast = cast;
        this.words = words;
        this.flaws = flaws;
    }

    void write(SplittableRandom random) {
        var bytes = new byte[RecordIds.RANDOM_BYTES];
        random.nextBytes(bytes);
        put(RecordIds.of(node.micros() / 1000, bytes), null, random);
    }

    boolean revise(SplittableRandom random) {
        var current = node.store().current();
        if (current.isEmpty()) {
            return false;
        }
        var own = current.get(random.nextInt(current.size()));
        put(own.content().id(), own, random);
        return true;
    }

    private void put(UUID id, Store.@Nullable Own before, SplittableRandom random) {
        var store = node.store();
        var clock = new HybridClock(store.latest, MAX_DRIFT_MICROS);
        var time = clock.tick(node.micros(), 1 + random.nextInt(HybridClock.MAX_STEP));
        store.latest = time;
        var known = new ArrayList<>(store.records.keySet());
        store.copies.values().forEach(copy -> known.addAll(copy.states.keySet()));
        known.sort(null);
        known.remove(id);
        var content = new Authoring(cast, node.index(), words, random, store.contents)
                .record(id, before == null ? null : before.content(), time, node.now(), known);
        var same = before != null
                && before.content().label().equals(content.label())
                && before.content().portions().equals(content.portions());
        var earlier = new ArrayList<SharedRecord>();
        if (before != null && same) {
            earlier.addAll(before.before());
            earlier.add(before.content());
        }
        store.records.put(id, new Store.Own(content, earlier, false));
        var late = flaws.have(Mutant.SERIAL_CURSOR) && random.nextInt(4) == 0;
        for (var partner : List.copyOf(store.ledgers.keySet())) {
            settle(content, partner, same, false, late);
        }
        grew(content.precedence().isUrgent());
    }

    boolean recall(SplittableRandom random) {
        var current = node.store().current();
        if (current.isEmpty()) {
            return false;
        }
        var own = current.get(random.nextInt(current.size()));
        var record = own.content();
        node.store().records.put(record.id(), new Store.Own(record, own.before(), true));
        var lane = record.precedence().isUrgent() ? record.precedence() : Precedence.IMMEDIATE;
        for (var partner : List.copyOf(node.store().ledgers.keySet())) {
            if (flaws.have(Mutant.RECALL_LOST)) {
                postponed.add(() -> withdraw(record.id(), partner, lane, ""));
            } else {
                withdraw(record.id(), partner, lane, "");
            }
        }
        grew(true);
        return true;
    }

    void change(Event.AgreementChange event, SplittableRandom random) {
        var store = node.store();
        var own = cast.party(node.index());
        var other = cast.party(event.partner());
        if (own.equals(other)) {
            return;
        }
        var today = today();
        var day = today.plusDays(random.nextInt(3) == 0 ? random.nextInt(4) : 0);
        var changed = new ArrayList<Agreement>();
        for (var agreement : store.agreements) {
            var meant = agreement.isBetween(own, other) && agreement.ended() == null;
            changed.add(
                    !meant
                            ? agreement
                            : switch (event.change()) {
                                case SIGN -> agreement;
                                case SUSPEND -> agreement.suspended(day, "drawn");
                                case RESUME -> agreement.resumed(today);
                                case END -> agreement.ended(day, "drawn");
                            });
        }
        if (event.change() == Event.Change.SIGN) {
            var ceiling = Classification.values()[1 + random.nextInt(4)];
            changed.add(Cast.agreement(own, other, day, ceiling, store.agreements.size() + 1));
        }
        store.agreements = List.copyOf(changed);
        facts();
    }

    /// Compares the facts of now with those decided by last: where they differ, the ledger is held and a task
    /// begins.
    void facts() {
        if (flaws.have(Mutant.NOT_DECIDED_AGAIN)) {
            return;
        }
        for (var partner : node.store().ledgers.keySet()) {
            var facts = factsAbout(partner);
            var ledger = node.store().ledger(partner);
            if (!facts.equals(ledger.facts)) {
                ledger.facts = facts;
                ledger.task = 0;
                ledger.heldTo = ledger.size();
                withdrawParcels(partner);
            }
        }
    }

    /// After a recovery everything is decided again for that partner.
    void decideAgain(int partner) {
        var ledger = node.store().ledger(partner);
        ledger.task = 0;
        ledger.heldTo = ledger.size();
        withdrawParcels(partner);
    }

    private void withdrawParcels(int partner) {
        if (!flaws.have(Mutant.PARCEL_NOT_WITHDRAWN)) {
            node.store().withdrawParcels(partner);
        }
    }

    private String factsAbout(int partner) {
        var own = cast.party(node.index());
        var party = cast.party(partner);
        var text = new StringBuilder();
        var today = today();
        for (var agreement : node.store().agreements) {
            if (agreement.isBetween(own, party)) {
                text.append(agreement.stateOn(today))
                        .append(agreement.ceiling())
                        .append(' ');
            }
        }
        Cast.GROUPS.forEach(group -> text.append(group.holds(party, today)));
        return text.toString();
    }

    /// One page of what is to be decided again; false when there is nothing to do.
    boolean work() {
        if (!postponed.isEmpty()) {
            postponed.removeFirst().run();
            return true;
        }
        for (var partner : node.store().ledgers.keySet()) {
            var ledger = node.store().ledger(partner);
            if (ledger.task >= 0) {
                page(partner, ledger);
                return true;
            }
        }
        return false;
    }

    private void page(int partner, Ledger ledger) {
        var all = List.copyOf(node.store().records.values());
        var end = Math.min(all.size(), ledger.task + PAGE);
        for (var own : all.subList(Math.min(ledger.task, end), end)) {
            var record = own.content();
            if (own.recalled()) {
                withdraw(record.id(), partner, Precedence.ROUTINE, "");
            } else if (!Copy.hasEnded(record, node.now())) {
                settle(record, partner, false, true, false);
            }
        }
        ledger.task = end;
        if (end == all.size()) {
            ledger.task = -1;
            ledger.heldTo = 0;
            tell(partner, true);
        }
    }

    /// Takes back what was released only until now.
    void ends() {
        for (var own : node.store().current()) {
            var record = own.content();
            if (Copy.hasEnded(record, node.now())) {
                for (var partner : List.copyOf(node.store().ledgers.keySet())) {
                    if (!node.store().holding(record.id(), partner).cuts().equals(ENDED)) {
                        withdraw(record.id(), partner, Precedence.ROUTINE, ENDED);
                        tell(partner, false);
                    }
                }
            }
        }
    }

    private void settle(SharedRecord record, int partner, boolean sameLabels, boolean again, boolean late) {
        var decision = decide(record, flaws.have(Mutant.WRONG_FORM) ? wrong(partner) : partner);
        var key = new Store.Key(record.id(), partner);
        var holding = node.store().holding(record.id(), partner);
        var surely = Settling.isSurelyNotNarrower(sameLabels, decision, holding.outcome(), holding.cuts());
        var change = Settling.settle(record, flaws.cut(decision), holding.held(), surely, id -> mayHold(id, partner));
        var own = again ? Precedence.ROUTINE : record.precedence();
        var lane = change.releases() == null && !again && !own.isUrgent() ? Precedence.IMMEDIATE : own;
        if (change.recalls()) {
            append(partner, lane, at -> new LedgerEntry.Recall(at, record.id()));
            withdrawParcels(partner);
        }
        var form = change.releases();
        if (form != null && !late) {
            append(partner, own, at -> new LedgerEntry.Release(at, flaws.relabelled(form)));
        }
        node.store().holdings.put(key, new Store.Holding(change.held(), decision.word(), decision.cuts()));
    }

    private void withdraw(UUID record, int partner, Precedence lane, String cuts) {
        var holding = node.store().holding(record, partner);
        var change = Settling.recall(holding.held());
        if (change.recalls()) {
            append(partner, lane, at -> new LedgerEntry.Recall(at, record));
            withdrawParcels(partner);
        }
        node.store().holdings.put(new Store.Key(record, partner), new Store.Holding(change.held(), "withheld", cuts));
    }

    private void append(int partner, Precedence lane, LongFunction<LedgerEntry> entry) {
        var gap = flaws.have(Mutant.GAP_IN_POSITIONS) && ++appended % 7 == 0;
        node.store().ledger(partner).append(lane, at -> entry.apply(gap ? at + 1 : at));
    }

    /// What the partner holds was given back to this node: its records become known again, as far as it had them.
    void learn(int partner, Ledger ledger) {
        var store = node.store();
        store.holdings.keySet().removeIf(key -> key.partner() == partner);
        var forms = new LinkedHashMap<UUID, SharedRecord>();
        for (var entry : ledger.entries) {
            if (entry.bytes() == null) {
                continue;
            }
            switch (LedgerEntry.decode(Objects.requireNonNull(entry.bytes()))) {
                case LedgerEntry.Release(var position, var form) -> {
                    var digest = RecordCodec.digest(form.withRevision(1));
                    hold(partner, form.id(), new Settling.Held(form.revision(), digest));
                    forms.put(form.id(), form);
                    if (form.time().compareTo(store.latest) > 0) {
                        store.latest = form.time();
                    }
                }
                case LedgerEntry.Recall(var position, var record) ->
                    hold(
                            partner,
                            record,
                            new Settling.Held(
                                    store.holding(record, partner).held().revision(), null));
            }
        }
        forms.forEach((id, newest) -> {
            if (store.records.putIfAbsent(id, new Store.Own(newest, List.of(), false)) == null) {
                store.ledgers.keySet().forEach(this::decideAgain);
            }
        });
        decideAgain(partner);
    }

    private void hold(int partner, UUID record, Settling.Held held) {
        node.store().holdings.put(new Store.Key(record, partner), new Store.Holding(held, null, ""));
    }

    private boolean mayHold(UUID id, int partner) {
        var copy = node.store().copies.get(partner);
        return node.store().holding(id, partner).held().form() != null || copy != null && copy.states.containsKey(id);
    }

    private Decision decide(SharedRecord record, int partner) {
        if (rules == null || compiledFor != node.store().agreements) {
            compile();
        }
        return Objects.requireNonNull(rules)
                .decide(
                        record.label(),
                        record.portions(),
                        cast.party(node.index()),
                        Objects.requireNonNull(recipients.get(partner)),
                        today(),
                        Set.of());
    }

    private void compile() {
        var parties = cast.nodes().stream().map(one -> one.party()).toList();
        var book = new Rulebook(cast.party(node.index()), Cast.POLICIES, parties, Cast.GROUPS, node.store().agreements);
        rules = new ReleaseDecision(book);
        for (var partner = 0; partner < parties.size(); partner++) {
            recipients.put(partner, book.compile(cast.rights().get(node.index()).get(partner)));
        }
        compiledFor = node.store().agreements;
    }

    private int wrong(int partner) {
        for (var other : node.store().ledgers.keySet()) {
            if (other != partner) {
                return other;
            }
        }
        return partner;
    }

    private void grew(boolean urgent) {
        node.store().ledgers.keySet().forEach(partner -> tell(partner, urgent));
    }

    private void tell(int partner, boolean urgent) {
        var talk = node.talk(partner);
        if (talk != null) {
            talk.ledgerGrew(node.store().ledger(partner).size(), urgent);
        }
    }

    void forget() {
        postponed.clear();
    }

    void restarted() {
        compiledFor = null;
        facts();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(node.now(), ZoneOffset.UTC);
    }
}
