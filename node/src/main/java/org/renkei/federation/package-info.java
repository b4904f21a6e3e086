/// Links to partner nodes: mutual TLS with pinned certificates, one session a partner both ways, what was
/// received stored with its cursor in one transaction, and the state of each link.
@ApplicationModule(
        displayName = "Federation",
        allowedDependencies = {
            "attachments",
            "audit",
            "database",
            "records",
            "ledger",
            "release",
            "identity",
            "sight",
            "telemetry",
            "witness",
            "keys",
            "settings",
            "problem"
        })
@NullMarked
package org.renkei.federation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
