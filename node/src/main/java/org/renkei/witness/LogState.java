package org.renkei.witness;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.link.CosigningCode;
import org.renkei.kernel.record.NodeId;

/// How the audit log of a partner stands here.
///
/// @param branch counts from 1; one more each time an officer accepted a log that does not go on from the
/// one before
/// @param state COSIGNED, WENT_BACK or INCONSISTENT
/// @param since when it came to be so
/// @param heard when the partner last sent a checkpoint
/// @param backTo of a log that went back: the last size up to which it is the one that was cosigned
/// @param offered the checkpoint that was not cosigned
record LogState(
        NodeId node,
        int branch,
        CosigningCode state,
        Instant since,
        Instant heard,
        long backTo,
        @Nullable String offered) {}
