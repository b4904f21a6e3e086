package org.renkei.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.renkei.kernel.cbor.CborBool;
import org.renkei.kernel.cbor.CborInt;
import org.renkei.kernel.cbor.CborText;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.kernel.release.Consent;
import org.renkei.party.PartyRegister;
import org.renkei.records.RecordChanged;
import org.renkei.records.RecordChanged.Change;
import org.renkei.records.Records;
import org.renkei.records.RecordsChanged;
import org.renkei.records.StoredRecord;
import org.renkei.release.Resettling;
import org.renkei.settings.NodeSettings;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Takes in what partners answer to requests for consent, in the transaction that stores their answers, and has the
/// records concerned decided again afterwards: also when a consent ends or is taken back.
@Component
public class ConsentAnswers {
    static final String REQUEST = "consent-request";
    static final String ANSWER = "consent-answer";

    private final Consents consents;
    private final Records records;
    private final PartyRegister register;
    private final Resettling resettling;
    private final TransactionTemplate transaction;
    private final NodeSettings settings;

    ConsentAnswers(
            Consents consents,
            Records records,
            PartyRegister register,
            Resettling resettling,
            TransactionTemplate transaction,
            NodeSettings settings) {
        this.consents = consents;
        this.records = records;
        this.register = register;
        this.resettling = resettling;
        this.transaction = transaction;
        this.settings = settings;
    }

    @EventListener
    void on(RecordsChanged changed) {
        for (var change : changed.changes()) {
            if (change.kind().equals(ANSWER)
                    && !change.origin().equals(settings.node().toString())) {
                take(change);
            }
        }
    }

    private void take(RecordChanged change) {
        if (change.change() == Change.RECALLED) {
            consents.withdraw(change.id());
        } else {
            records.find(change.id())
                    .map(StoredRecord::content)
                    .flatMap(this::answer)
                    .ifPresent(consents::put);
        }
    }

    /// Empty when it answers nothing that was asked here, or cannot be read.
    private Optional<Consents.Answer> answer(SharedRecord content) {
        var request = uuid(content, "request").flatMap(records::find).filter(StoredRecord::own);
        var asked = request.map(StoredRecord::content);
        if (asked.isEmpty() || !asked.get().kind().equals(REQUEST)) {
            return Optional.empty();
        }
        var record = uuid(asked.get(), "record");
        var until = day(content, "until").or(() -> day(asked.get(), "until"));
        if (record.isEmpty() || until.isEmpty()) {
            return Optional.empty();
        }
        var consent = new Consent(
                content.origin().party(),
                record.get(),
                number(asked.get(), "revision"),
                text(asked.get(), "party"),
                register.today(),
                until.get().plusDays(1));
        var granted = content.body().entries().get("granted") instanceof CborBool(var yes) && yes;
        return Optional.of(new Consents.Answer(request.get().id(), content.id(), consent, granted));
    }

    /// What follows from new answers and from consents that have ended.
    public void work() {
        transaction.executeWithoutResult(status -> {
            var due = consents.takeDue(register.today());
            if (!due.isEmpty()) {
                resettling.lock();
                due.forEach(this::settle);
            }
        });
    }

    private void settle(Consents.Answer answer) {
        var consent = answer.consent();
        resettling
                .partnersOf(consent.recipient())
                .forEach(party -> resettling.settle(List.of(consent.record()), party, false, consent.originator()));
    }

    static String text(SharedRecord content, String field) {
        return content.body().entries().get(field) instanceof CborText(var text) ? text : "";
    }

    static Optional<UUID> uuid(SharedRecord content, String field) {
        try {
            return Optional.of(UUID.fromString(text(content, field)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static Optional<LocalDate> day(SharedRecord content, String field) {
        try {
            return Optional.of(LocalDate.parse(text(content, field)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    static int number(SharedRecord content, String field) {
        return content.body().entries().get(field) instanceof CborInt(var number) ? (int) number : 0;
    }
}
