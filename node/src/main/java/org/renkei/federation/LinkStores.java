package org.renkei.federation;

import org.renkei.attachments.AttachmentExchange;
import org.renkei.attachments.AttachmentExchange.Way;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.NodeCard;
import org.renkei.keys.NodeKeys;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.release.ReleaseRecovery;
import org.springframework.stereotype.Component;

/// Makes the [LinkStore] of each session.
@Component
class LinkStores {
    final NodeId self;
    final CheckpointVerifier ownVerifier;
    final Ledgers ledgers;
    final Inbox inbox;
    final ReleaseRecovery recovery;
    private final AttachmentExchange attachments;
    private final byte[] sealKey;

    LinkStores(
            NodeCard ownCard,
            NodeKeys keys,
            Ledgers ledgers,
            Inbox inbox,
            ReleaseRecovery recovery,
            AttachmentExchange attachments) {
        this.self = ownCard.node();
        this.ownVerifier = ownCard.verifier();
        this.sealKey = keys.secretFor("entries ahead of their turn");
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.recovery = recovery;
        this.attachments = attachments;
    }

    /// @param by what carries the session, for the audit log
    LinkStore of(Partners.Partner partner, String by) {
        return new LinkStore(this, partner, new PartnerAttachments(attachments, partner, by));
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
