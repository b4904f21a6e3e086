package org.renkei.sight;

import java.time.Clock;
import java.util.List;
import java.util.Set;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Classification;
import org.renkei.party.PartyRegister;
import org.renkei.records.RecordChanged;
import org.renkei.records.Sieve;
import org.renkei.records.SiftedRecords;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Makes the [Sight] of a caller, by the facts of this moment. A sight is only good within the transaction in
/// which it was made.
@Service
public class Sights {
    private final PartyRegister register;
    private final SiftedRecords records;
    private final Markings markings;
    private final Viewers viewers;
    private final Clock clock;

    Sights(PartyRegister register, SiftedRecords records, Markings markings, Viewers viewers, Clock clock) {
        this.register = register;
        this.records = records;
        this.markings = markings;
        this.viewers = viewers;
        this.clock = clock;
    }

    /// The service account sees everything of its node. A person sees by clearance, and one of another nation
    /// as that nation's liaison besides; whoever is not cleared sees nothing.
    @Transactional(readOnly = true)
    public Sight of(Caller caller) {
        if (caller.person() == null) {
            return new Sight(records, Sieve.EVERYTHING, null, clock.instant());
        }
        if (!caller.cleared()) {
            return new Sight(records, Sieve.NOTHING, null, clock.instant());
        }
        var now = clock.instant();
        var rulebook = register.rulebook();
        var eyes = new Eyes(rulebook, viewers.compile(caller, rulebook), register.today());
        return new Sight(records, eyes.sieve(markings.all(), now), eyes, now);
    }

    /// What whoever it may be sees: what its label calls public, in forms as a partner gets them.
    @Transactional(readOnly = true)
    public Sight ofAnybody() {
        var now = clock.instant();
        var rulebook = register.rulebook();
        var eyes = new Eyes(rulebook, rulebook.compileAnybody(), register.today());
        return new Sight(records, eyes.sieve(markings.all(), now), eyes, now);
    }

    /// As [Sight#changes], by the facts of this moment.
    @Transactional(readOnly = true)
    public List<RecordChanged> changes(Caller caller, List<RecordChanged> changes) {
        return of(caller).changes(changes);
    }

    @Transactional(readOnly = true)
    public SiftedRecords.Counts counts(Caller caller) {
        return of(caller).counts();
    }

    /// Whether the caller is cleared for all that may go to a party, so that even the amount of it tells
    /// nothing.
    public boolean coversAllFor(Caller caller, String party) {
        var recipient = register.recipient(party);
        return covers(caller, recipient.clearance(), recipient.caveats());
    }

    /// Whether the caller is cleared for all that there can be.
    public boolean coversAll(Caller caller) {
        return covers(caller, Classification.TOP_SECRET, viewers.allCaveats());
    }

    /// Whether another nation seats the caller here.
    public boolean isLiaison(Caller caller) {
        var person = caller.person();
        return person != null && !register.isSelf(person.nation());
    }

    private boolean covers(Caller caller, Classification level, Set<String> caveats) {
        var person = caller.person();
        if (person == null) {
            return true;
        }
        return caller.cleared()
                && register.isSelf(person.nation())
                && person.clearance().level().compareTo(level) >= 0
                && Set.copyOf(person.clearance().caveats()).containsAll(caveats);
    }
}
