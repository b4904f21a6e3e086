package org.renkei.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.renkei.kernel.ledger.Hash;

/// The same two leaves stand in audit-leaf.test.ts of the web client.
class AuditLeafTest {
    @Test
    void staysWhatItWas() {
        var decided = new AuditEvent(
                "監査担当", "release-decided", UUID.fromString("01900000-0000-7000-8000-000000000000"), "USA", Map.of());
        assertThat(leaf(70_000, "2026-11-21T09:30:00.123456Z", decided, "{\"decision\":\"released\",\"revision\":1}"))
                .isEqualTo("0f0d94ab3078a4a45b0bd1721377c06d2334ef3668807d51ae6ad56843ace251");
        assertThat(leaf(
                        1,
                        "2026-11-21T09:30:00Z",
                        new AuditEvent("JPN/test", "signed-out", null, null, Map.of()),
                        "{}"))
                .isEqualTo("3c9b5d259cb34b9dcdfd51d27b94b22f9c00e28966b69deff444aba61144a688");
    }

    private static String leaf(long position, String at, AuditEvent event, String details) {
        return Hash.ofLeaf(AuditLeaf.encode(position, Instant.parse(at), event, details))
                .hex();
    }
}
