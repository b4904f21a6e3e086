package org.renkei.kernel.link;

import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.ledger.MerkleTree;
import org.renkei.kernel.record.NodeId;

/// What a session begins with.
///
/// @param versions of the session that this node speaks
/// @param compression name of what this node can unpack and pack, empty for none
/// @param token random; whoever shows it may add the urgent lane
/// @param partnerCheck verifies the partner's checkpoints
/// @param ownCheck verifies our own, should the partner have to give them back
/// @param inbox the partner's ledger as far as it is durable here; the session owns it from now on
/// @param advanced leaf hashes of entries beyond it that are durable here already, by position
/// @param outboxSize entries of our ledger for the partner
/// @param signed how many of them were ever given out, under a signed checkpoint or ahead of their turn; only those
/// beyond may still be moved
/// @param outboxRoot the root that ledger had at a size up to its present one
/// @param outboxLeaf the leaf hash at an index, from 0, of that ledger
/// @param seal marks entries that go ahead of their turn as ours
/// @param keys what is to be said about new keys
public record LinkTerms(
        NodeId self,
        NodeId partner,
        List<Integer> versions,
        String compression,
        byte[] token,
        CheckpointCheck partnerCheck,
        CheckpointCheck ownCheck,
        MerkleTree inbox,
        Map<Long, Hash> advanced,
        long outboxSize,
        long signed,
        LongFunction<Hash> outboxRoot,
        LongFunction<Hash> outboxLeaf,
        EntrySeal seal,
        KeyExchange keys) {

    /// Terms between nodes whose keys never change.
    public LinkTerms(
            NodeId self,
            NodeId partner,
            List<Integer> versions,
            String compression,
            byte[] token,
            CheckpointCheck partnerCheck,
            CheckpointCheck ownCheck,
            MerkleTree inbox,
            Map<Long, Hash> advanced,
            long outboxSize,
            long signed,
            LongFunction<Hash> outboxRoot,
            LongFunction<Hash> outboxLeaf,
            EntrySeal seal) {
        this(
                self,
                partner,
                versions,
                compression,
                token,
                partnerCheck,
                ownCheck,
                inbox,
                advanced,
                outboxSize,
                signed,
                outboxRoot,
                outboxLeaf,
                seal,
                KeyExchange.NONE);
    }

    /// Name of the ledger that the partner keeps for us.
    String partnerLedger() {
        return LinkSession.ledgerName(partner, self);
    }

    /// Name of the ledger that we keep for the partner.
    String ownLedger() {
        return LinkSession.ledgerName(self, partner);
    }
}
