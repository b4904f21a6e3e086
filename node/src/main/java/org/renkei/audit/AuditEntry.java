package org.renkei.audit;

import java.time.Instant;
import org.renkei.kernel.ledger.Hash;

/// One row of the audit log; `details` are JSON, `leaf` the bytes that `leafHash` is the leaf hash of.
public record AuditEntry(long position, Instant at, AuditEvent event, String details, byte[] leaf, Hash leafHash) {}
