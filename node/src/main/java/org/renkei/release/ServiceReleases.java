package org.renkei.release;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.CompiledRecipient;
import org.renkei.kernel.release.Decision;
import org.renkei.kernel.release.OutwardForm;
import org.renkei.kernel.release.Reason;
import org.renkei.kernel.release.ReasonText;
import org.renkei.kernel.release.Recipient;
import org.renkei.kernel.release.ReleaseDecision;
import org.renkei.kernel.release.Rulebook;
import org.renkei.kernel.release.Viewer;
import org.renkei.party.PartyRegister;
import org.renkei.records.Marking;
import org.renkei.records.Records;
import org.renkei.records.StoredRecord;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Decides what of the records here an [OutsideService] may be given: by the rules and dates of a release,
/// by the policy of the nation for whom it counts, and with the originator's own rights; nobody is asked.
/// What is public may go to it as to anybody.
@Service
public class ServiceReleases {
    private final PartyRegister register;
    private final Records records;
    private final Gatekeeper gatekeeper;
    private final Clock clock;

    ServiceReleases(PartyRegister register, Records records, Gatekeeper gatekeeper, Clock clock) {
        this.register = register;
        this.records = records;
        this.gatekeeper = gatekeeper;
        this.clock = clock;
    }

    /// One reason against it, in both languages.
    ///
    /// @param code stable, of the rule
    /// @param portion the place whose label it is about; null for the record's own
    public record Against(String code, @Nullable JsonPointer portion, String en, String ja) {}

    /// @param form what the service may be given of the record; null for nothing
    /// @param against every reason that something is left out, or all of it
    public record Answer(UUID record, @Nullable SharedRecord form, List<Against> against) {
        public Answer {
            against = List.copyOf(against);
        }
    }

    /// By the facts of this moment, for each record that is here and stands: neither recalled nor at its
    /// end.
    @Transactional(readOnly = true)
    public List<Answer> decide(Collection<UUID> ids, OutsideService to) {
        var here = records.list(ids).stream().filter(this::stands).toList();
        var rulebook = register.rulebook();
        var judge = new Judge(
                rulebook,
                recipient(to, rulebook),
                rulebook.compileAnybody(),
                to.consenting(),
                gatekeeper.watch(new HashSet<>(ids), 1, null));
        return here.stream()
                .flatMap(one -> Stream.ofNullable(one.content()))
                .map(judge::decide)
                .toList();
    }

    private boolean stands(StoredRecord record) {
        var content = record.content();
        var until = content == null ? null : content.until();
        return content != null && !record.recalled() && (until == null || until.isAfter(clock.instant()));
    }

    private CompiledRecipient recipient(OutsideService to, Rulebook rulebook) {
        if (register.isSelf(to.party())) {
            return rulebook.compile(new Recipient(to.party(), to.clearance(), to.caveats(), to.purposes()));
        }
        var held = new Viewer(to.party(), to.clearance(), to.caveats()).within(register.recipient(to.party()));
        var purposes = new HashSet<>(held.purposes());
        purposes.retainAll(to.purposes());
        return rulebook.compile(new Recipient(held.name(), held.clearance(), held.caveats(), purposes));
    }

    private final class Judge {
        private final ReleaseDecision decision;
        private final CompiledRecipient service;
        private final CompiledRecipient anybody;
        private final Set<String> consenting;
        private final Gatekeeper.Watch watch;

        Judge(
                Rulebook rulebook,
                CompiledRecipient service,
                CompiledRecipient anybody,
                Set<String> consenting,
                Gatekeeper.Watch watch) {
            this.decision = new ReleaseDecision(rulebook);
            this.service = service;
            this.anybody = anybody;
            this.consenting = consenting;
            this.watch = watch;
        }

        Answer decide(SharedRecord record) {
            var consents = new HashSet<>(consenting);
            consents.addAll(watch.consenting(record, service.recipient().party()));
            var byRules = decide(record, service, consents);
            var passed = register.isSelf(service.recipient().party())
                    ? new Gatekeeper.Answer(byRules, List.of())
                    : watch.wouldAsk(record, Marking.of(record).digest(), byRules);
            var against = against(byRules, passed);
            var form = form(record, passed.decision()).or(() -> form(record, decide(record, anybody, Set.of())));
            return new Answer(record.id(), form.orElse(null), against);
        }

        private Decision decide(SharedRecord record, CompiledRecipient to, Set<String> consents) {
            return decision.decide(
                    record.label(), record.portions(), record.origin().party(), to, register.today(), consents);
        }

        /// No id of another record is anything to a service.
        private static Optional<SharedRecord> form(SharedRecord record, Decision decided) {
            return OutwardForm.of(record, decided, 1, id -> false);
        }

        private static List<Against> against(Decision byRules, Gatekeeper.Answer passed) {
            var against = new ArrayList<Against>();
            passed.notes().stream()
                    .filter(note -> !note.met())
                    .map(note -> new Against(note.code(), null, note.en(), note.ja()))
                    .forEach(against::add);
            byRules.reasons().stream()
                    .filter(reason -> !reason.met())
                    .map(Judge::against)
                    .forEach(against::add);
            return against;
        }

        private static Against against(Reason reason) {
            return new Against(
                    reason.rule().code(),
                    reason.portion(),
                    ReasonText.of(reason, Locale.ENGLISH),
                    ReasonText.of(reason, Locale.JAPANESE));
        }
    }
}
