package org.renkei.kernel.release;

import java.time.LocalDate;
import java.util.UUID;

/// An originator's consent that one revision of a record holding its information goes to one party, from a day
/// (included) until a day (excluded).
public record Consent(String originator, UUID record, int revision, String recipient, LocalDate from, LocalDate until) {

    public boolean allows(UUID wanted, int wantedRevision, String party, LocalDate day) {
        return record.equals(wanted)
                && revision == wantedRevision
                && recipient.equals(party)
                && !day.isBefore(from)
                && day.isBefore(until);
    }
}
