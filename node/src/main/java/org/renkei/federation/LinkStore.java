package org.renkei.federation;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.renkei.attachments.PartnerAttachments;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkSession;
import org.renkei.kernel.link.LinkTerms;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;

/// What a session with one partner reads and writes: our ledger for it, and our copy of its ledger for us.
final class LinkStore {
    private static final int MAX_ENTRIES = 2_000;

    private final LinkStores all;
    private final Partners.Partner partner;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final PartnerAttachments attachments;
    private final String by;
    private boolean met;

    LinkStore(LinkStores all, Partners.Partner partner, PartnerAttachments attachments, String by) {
        this.all = all;
        this.partner = partner;
        this.ledgers = all.ledgers;
        this.inbox = all.inbox;
        this.attachments = attachments;
        this.by = by;
    }

    /// Entries given back to a partner; the checkpoint comes with the last of them.
    record Held(List<LedgerLeaf> leaves, @Nullable String checkpoint, List<LinkFrame.Ahead> ahead) {}

    LinkTerms terms(byte[] token, String compression) {
        var state = ledgers.state(party());
        return new LinkTerms(
                all.self,
                partner.node(),
                LinkSession.VERSIONS,
                compression,
                token,
                (text, origin) -> partner.history().verify(text, origin),
                all.keys::verify,
                inbox.tree(partner.node()),
                inbox.advanced(partner.node()),
                state.size(),
                state.signed(),
                size -> ledgers.root(party(), size),
                index -> ledgers.leaf(party(), index),
                all.seal(),
                all.news(partner, by));
    }

    /// Whether our ledger for the partner was changed after it was written.
    boolean isChanged() {
        return all.guard.isChanged(party());
    }

    Ledgers.Batch read(long from, int maxBytes) {
        return ledgers.read(party(), from, MAX_ENTRIES, maxBytes);
    }

    List<LinkEffect.Urgent> readUrgent(long flashAfter, long immediateAfter, int maxBytes) {
        return ledgers.readUrgent(party(), flashAfter, immediateAfter, maxBytes).stream()
                .map(one -> new LinkEffect.Urgent(one.position(), one.precedence(), one.bytes()))
                .toList();
    }

    void store(LinkEffect.Store batch) {
        inbox.store(partner.node(), batch);
    }

    void storeAdvanced(List<LinkEffect.Received> entries) {
        inbox.storeAdvanced(partner.node(), entries);
    }

    /// In a session the partner has compared its copy of our ledger with ours; one thread calls this.
    void confirmed(long size, Hash root) {
        if (!met) {
            ledgers.met(party());
            all.epochs.met(party(), size, root);
            met = true;
        }
        acknowledge(size, root);
    }

    void acknowledge(long size, Hash root) {
        ledgers.acknowledge(party(), size, root);
    }

    /// What is held here of the partner's ledger: whole where its content is, else only the leaf hash.
    Held readInbox(long from, int maxBytes) {
        var cursor = inbox.find(partner.node());
        var leaves = inbox.leaves(partner.node(), from, MAX_ENTRIES, maxBytes);
        var last = from + leaves.size() > cursor.map(Inbox.Cursor::size).orElse(0L);
        return new Held(
                leaves,
                last ? cursor.map(Inbox.Cursor::checkpoint).orElse(null) : null,
                last ? inbox.ahead(partner.node()) : List.of());
    }

    /// Answers how long our ledger is now.
    long adopt(LinkEffect.Adopt adopt) {
        all.recovery.adopt(party(), adopt);
        return ledgers.state(party()).size();
    }

    /// Our audit log for the partner to cosign, when it is time.
    Optional<LinkFrame.Audited> auditDue() {
        return all.cosigning.due(partner);
    }

    Optional<LinkFrame.Audited> cosigned(LinkFrame.Cosigned cosigned) {
        return all.cosigning.answered(partner, cosigned);
    }

    LinkFrame.Cosigned witness(LinkFrame.Audited audited) {
        return all.witness.witness(partner, audited);
    }

    PartnerAttachments attachments() {
        return attachments;
    }

    private String party() {
        return partner.key();
    }
}
