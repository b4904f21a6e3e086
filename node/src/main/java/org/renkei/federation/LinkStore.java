package org.renkei.federation;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.ledger.CheckpointVerifier;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.link.EntrySeal;
import org.renkei.kernel.link.LedgerLeaf;
import org.renkei.kernel.link.LinkEffect;
import org.renkei.kernel.link.LinkFrame;
import org.renkei.kernel.link.LinkTerms;
import org.renkei.kernel.record.NodeId;
import org.renkei.keys.Partners;
import org.renkei.ledger.Ledgers;
import org.renkei.release.ReleaseRecovery;

/// What a session with one partner reads and writes: our ledger for it, and our copy of its ledger for us.
final class LinkStore {
    private static final int MAX_ENTRIES = 2_000;

    private final NodeId self;
    private final Partners.Partner partner;
    private final CheckpointVerifier own;
    private final byte[] sealKey;
    private final List<Integer> versions;
    private final Ledgers ledgers;
    private final Inbox inbox;
    private final ReleaseRecovery recovery;

    LinkStore(
            NodeId self,
            Partners.Partner partner,
            CheckpointVerifier own,
            byte[] sealKey,
            List<Integer> versions,
            Ledgers ledgers,
            Inbox inbox,
            ReleaseRecovery recovery) {
        this.self = self;
        this.partner = partner;
        this.own = own;
        this.sealKey = sealKey;
        this.versions = versions;
        this.ledgers = ledgers;
        this.inbox = inbox;
        this.recovery = recovery;
    }

    /// Entries given back to a partner; the checkpoint comes with the last of them.
    record Held(List<LedgerLeaf> leaves, @Nullable String checkpoint, List<LinkFrame.Ahead> ahead) {}

    LinkTerms terms(byte[] token, String compression) {
        var state = ledgers.state(party());
        return new LinkTerms(
                self,
                partner.node(),
                versions,
                compression,
                token,
                partner.card().verifier()::verify,
                own::verify,
                inbox.tree(partner.node()),
                inbox.advanced(partner.node()),
                state.size(),
                state.signed(),
                size -> ledgers.root(party(), size),
                index -> ledgers.leaf(party(), index),
                new EntrySeal(sealKey));
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
        recovery.adopt(party(), adopt);
        return ledgers.state(party()).size();
    }

    private String party() {
        return partner.key();
    }
}
