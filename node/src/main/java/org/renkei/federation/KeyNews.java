package org.renkei.federation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.renkei.audit.AuditEvent;
import org.renkei.audit.AuditLog;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.KeyExchange;
import org.renkei.keys.CardHistory;
import org.renkei.keys.CardHistory.Fault;
import org.renkei.keys.CardHistory.How;
import org.renkei.keys.CardHistory.Outcome;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.PartnerCards;
import org.renkei.keys.Partners.Partner;
import org.renkei.keys.Succession;
import org.renkei.settings.NodeSettings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What this node and its partners tell each other about new keys. A succession is taken together with its
/// entry in the audit log or not at all.
@Component
class KeyNews {
    private static final Logger LOG = LoggerFactory.getLogger(KeyNews.class);

    private final NodeSettings settings;
    private final OwnKeys keys;
    private final PartnerCards cards;
    private final Inbox inbox;
    private final AuditLog audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    KeyNews(
            NodeSettings settings,
            OwnKeys keys,
            PartnerCards cards,
            Inbox inbox,
            AuditLog audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.settings = settings;
        this.keys = keys;
        this.cards = cards;
        this.inbox = inbox;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// @param authentic whether it is certain that the partner itself says what comes; a succession
    /// proves itself
    KeyExchange with(Partner partner, boolean authentic) {
        return new KeyExchange() {
            @Override
            public List<byte[]> statements() {
                return keys.statementsFor(partner.node());
            }

            @Override
            public byte[] known() {
                return partner.card().keyId().bytes();
            }

            @Override
            public Optional<String> take(List<byte[]> statements) {
                return KeyNews.this.take(partner, statements);
            }

            @Override
            public void knows(byte[] key) {
                if (authentic) {
                    keys.knows(partner.node(), Hash.of(key));
                }
            }
        };
    }

    private synchronized Optional<String> take(Partner partner, List<byte[]> statements) {
        if (statements.isEmpty()) {
            return Optional.empty();
        }
        var shown = new ArrayList<Succession>();
        try {
            statements.forEach(bytes -> shown.add(Succession.parse(bytes)));
        } catch (IllegalArgumentException e) {
            return refuse(partner, statements.get(shown.size()), Fault.STRANGER, String.valueOf(e.getMessage()));
        }
        return switch (partner.history().judge(shown, settings.node())) {
            case Outcome.Refused(var fault, var detail) -> refuse(partner, statements.getLast(), fault, detail);
            case Outcome.Taken(var fresh) when fresh.isEmpty() -> Optional.empty();
            case Outcome.Taken(var fresh) -> follow(partner, fresh);
        };
    }

    private Optional<String> follow(Partner partner, List<Succession> fresh) {
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            var held = inbox.find(partner.node()).map(Inbox.Cursor::size).orElse(0L);
            var history = partner.history();
            var events = new ArrayList<AuditEvent>();
            for (var one : fresh) {
                history = history.followedBy(one.card(), How.SUCCESSION, one.ledger(), held, now);
                events.add(new AuditEvent(
                        partner.node().toString(),
                        "partner-keys-succeeded",
                        null,
                        partner.key(),
                        Map.of("fingerprint", one.card().fingerprint(), "ledger", one.ledger())));
            }
            cards.follow(partner, history);
            audit.append(events);
        });
        LOG.info("{} has new keys, the old ones say so", partner.node());
        return Optional.empty();
    }

    private Optional<String> refuse(Partner partner, byte[] statement, Fault fault, String detail) {
        LOG.warn("a succession that came from {} is refused ({}): {}", partner.node(), fault.code(), detail);
        var now = clock.instant();
        transaction.executeWithoutResult(status -> {
            if (cards.refused(partner.node(), Hash.ofContent(statement), fault.code(), detail, now)) {
                audit.append(List.of(new AuditEvent(
                        settings.node().toString(),
                        "partner-keys-refused",
                        null,
                        partner.key(),
                        Map.of("fault", fault.code(), "why", detail))));
            }
        });
        return Optional.of(fault.code() + ": " + detail);
    }

    /// The partner has given up its own keys: its card counts no more until a new one is taken.
    void withdrawn(Partner partner) {
        if (!partner.isRevoked()) {
            revoke(
                    partner,
                    new CardHistory.Revoked(clock.instant(), partner.node().toString(), "withdrawn by its owner"));
        }
    }

    void revoke(Partner partner, CardHistory.Revoked revoked) {
        transaction.executeWithoutResult(status -> {
            cards.revoke(
                    partner,
                    revoked,
                    inbox.find(partner.node()).map(Inbox.Cursor::size).orElse(0L));
            audit.append(List.of(new AuditEvent(
                    revoked.by(), "partner-card-revoked", null, partner.key(), Map.of("reason", revoked.reason()))));
        });
    }

    /// Writes down cards that the settings name and that were not here before.
    void readSettings(List<Partner> partners) {
        for (var partner : partners) {
            var held = inbox.find(partner.node()).map(Inbox.Cursor::size).orElse(0L);
            if (cards.fromSettings(partner, held, clock.instant())) {
                audit.record(new AuditEvent(
                        settings.node().toString(),
                        "partner-card-accepted",
                        null,
                        partner.key(),
                        Map.of("fingerprint", partner.card().fingerprint())));
            }
        }
    }
}
