package org.renkei.sight;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.audit.OncePerHour;
import org.renkei.identity.Caller;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Which figures somebody was shown, in the audit log: books, sums and comparisons that are drawn from more records
/// than anybody could name one by one. What is written down is their subject: with whom, of which days, drawn from how
/// many, under which label. Once an hour for each person and subject, and at once when it became another. The service
/// account is no person and is not noted.
@Component
public class Figures {
    public static final String EVENT = "figures-read";

    private final AuditLog audit;
    private final OncePerHour noted;

    Figures(AuditLog audit, Clock clock) {
        this.audit = audit;
        this.noted = new OncePerHour(clock);
    }

    /// What figures are about.
    ///
    /// @param list which ones, as the texts `audit.list.…` name them
    /// @param party null for all
    /// @param from null for ever
    /// @param to the last day; null for as long as there is anything
    /// @param count of what they were drawn from
    /// @param label of all of that together
    public record Subject(
            String list,
            @Nullable String party,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            long count,
            String label) {

        Map<String, Object> details() {
            var details = new TreeMap<String, Object>(Map.of("list", list, "count", count, "label", label));
            if (from != null) {
                details.put("from", from.toString());
            }
            if (to != null) {
                details.put("to", to.toString());
            }
            return details;
        }
    }

    private record Reading(UUID person, Subject subject) {}

    /// Written at the end of the caller's transaction, as [Showings#note] is. What cannot be written down is not
    /// shown.
    @Transactional(propagation = Propagation.MANDATORY)
    public void note(Caller caller, Subject subject) {
        var person = caller.person();
        if (person == null) {
            return;
        }
        var reading = new Reading(person.id(), subject);
        if (noted.isDue(reading)) {
            TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                @Override
                public void beforeCommit(boolean readOnly) {
                    audit.append(
                            List.of(new AuditEvent(caller.getName(), EVENT, null, subject.party(), subject.details())));
                }

                @Override
                public void afterCommit() {
                    noted.noted(reading);
                }
            });
        }
    }
}
