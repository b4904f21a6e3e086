/// Contents of attachments: uploaded here, or fetched from the partner whose record lists them, kept in
/// chunks by SHA-256. A partner gets one only while a form that is released to it lists it; whatever no
/// record lists is removed.
@ApplicationModule(
        displayName = "Attachments",
        allowedDependencies = {
            "audit",
            "database",
            "identity",
            "keys",
            "ledger",
            "records",
            "sight",
            "settings",
            "problem"
        })
@NullMarked
package org.renkei.attachments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
