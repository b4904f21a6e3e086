package org.renkei.audit;

import java.time.Instant;
import org.renkei.kernel.ledger.Hash;
import org.renkei.kernel.record.NodeId;

/// What a partner's node cosigned of this node's audit log.
///
/// @param text the checkpoint with this node's signatures and the partner's
public record Cosignature(NodeId node, long size, Hash root, Instant at, String text) {}
