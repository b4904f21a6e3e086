package org.renkei.federation;

import org.renkei.attachments.AttachmentExchange;
import org.renkei.attachments.AttachmentExchange.Way;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.KeyExchange;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.OwnKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.LedgerEpochs;
import org.renkei.ledger.LedgerGuard;
import org.renkei.ledger.Ledgers;
import org.renkei.release.ReleaseRecovery;
import org.renkei.witness.CosigningDesk;
import org.renkei.witness.WitnessDesk;
import org.springframework.stereotype.Component;

/// Makes the [LinkStore] of each session.
@Component
class LinkStores {
    final NodeId self;
    final OwnKeys keys;
    final Ledgers ledgers;
    final LedgerGuard guard;
    final LedgerEpochs epochs;
    final Inbox inbox;
    final ReleaseRecovery recovery;
    final CosigningDesk cosigning;
    final WitnessDesk witness;
    private final AttachmentExchange attachments;
    private final KeyNews news;
    private final byte[] sealKey;

    LinkStores(
            OwnKeys keys,
            Ledgers ledgers,
            LedgerGuard guard,
            LedgerEpochs epochs,
            Inbox inbox,
            ReleaseRecovery recovery,
            AttachmentExchange attachments,
            KeyNews news,
            CosigningDesk cosigning,
            WitnessDesk witness) {
        this.self = keys.card().node();
        this.keys = keys;
        this.sealKey = keys.entriesAhead();
        this.ledgers = ledgers;
        this.guard = guard;
        this.epochs = epochs;
        this.inbox = inbox;
        this.recovery = recovery;
        this.attachments = attachments;
        this.news = news;
        this.cosigning = cosigning;
        this.witness = witness;
    }

    /// @param by what carries the session, for the audit log
    LinkStore of(Partners.Partner partner, String by) {
        return new LinkStore(this, partner, new PartnerAttachments(attachments, partner, by), by);
    }

    /// A medium anybody could have sealed to this node; over a link and in a parcel the partner
    /// itself speaks.
    KeyExchange news(Partners.Partner partner, String by) {
        return news.with(partner, !by.equals("medium"));
    }

    /// What is exchanged of contents with a partner for whom others carry.
    PartnerAttachments relayed(Partners.Partner partner) {
        return new PartnerAttachments(attachments, partner, "relay", Way.OTHERS);
    }

    /// What marks our entries that go ahead of their turn.
    EntrySeal seal() {
        return new EntrySeal(sealKey);
    }
}
