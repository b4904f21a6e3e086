package org.renkei.acsa;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.renkei.acsa.Orders.Folded;
import org.renkei.acsa.paper.AccountPaper;
import org.renkei.acsa.paper.OrderPaper;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.documents.Document;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.kernel.ledger.LedgerPlace;
import org.renkei.release.RecordDesk;
import org.renkei.settings.NodeSettings;
import org.renkei.sight.Showings;
import org.renkei.sight.Sights;
import org.renkei.verification.LedgerPlaces;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What somebody sees of the desk as documents for paper: the same and nothing else, marked with the
/// label of all of it together, and written down in the audit log.
@Service
public class DocumentDesk {
    private final Orders orders;
    private final AcsaDesk desk;
    private final RecordDesk records;
    private final LedgerPlaces places;
    private final Documents documents;
    private final Sights sights;
    private final Showings showings;
    private final AuditLog audit;
    private final Clock clock;
    private final String self;

    DocumentDesk(
            Orders orders,
            AcsaDesk desk,
            RecordDesk records,
            LedgerPlaces places,
            Documents documents,
            Sights sights,
            Showings showings,
            AuditLog audit,
            NodeSettings settings,
            Clock clock) {
        this.orders = orders;
        this.desk = desk;
        this.records = records;
        this.places = places;
        this.documents = documents;
        this.sights = sights;
        this.showings = showings;
        this.audit = audit;
        this.clock = clock;
        this.self = settings.node().party();
    }

    /// Order, receipt and invoice on one form, as PDF. As on the screen, opening an order is opening its
    /// request, and of the other statements that they were shown.
    @Transactional
    public byte[] order(UUID id, Caller caller) {
        var folded = orders.get(id, caller);
        var order = folded.order();
        records.get(Objects.requireNonNull(order.request()).record(), caller);
        showings.note(caller, "order", folded.ids());
        var partner = order.requester().equals(self) ? order.supplier() : order.requester();
        var paper = OrderPaper.of(order, folded.label().text(), places(folded, partner, caller), now());
        return leave(paper, "order", partner, caller);
    }

    /// A liaison learns of no positions: how many entries went to a nation is not for them.
    private Map<UUID, LedgerPlace> places(Folded folded, String partner, Caller caller) {
        return sights.isLiaison(caller) ? Map.of() : places.newest(folded.ids(), partner);
    }

    /// The statement of account with a partner for a period, as PDF.
    ///
    /// @param to the last day
    @Transactional
    public byte[] account(String partner, LocalDate from, LocalDate to, Caller caller) {
        var drawn = desk.drawUp(partner, from, to, caller);
        return leave(AccountPaper.of(drawn.statement(), drawn.label(), now()), "account", partner, caller);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private byte[] leave(Document paper, String what, String partner, Caller caller) {
        audit.append(List.of(new AuditEvent(
                caller.getName(),
                "acsa-document-made",
                null,
                partner,
                Map.of("what", what, "reference", paper.reference(), "label", paper.marking()))));
        return documents.pdf(paper);
    }
}
