package org.renkei.kernel.release;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;

/// One rule as it was evaluated, with the facts it used: the internal grade of explanation, for the origin's
/// officers only. [ReasonText] puts it into words. `portion` is null for the record's own label; `national`
/// says that the recipient is a site of the own nation.
public record Reason(
        ReleaseRule rule,
        boolean met,
        @Nullable JsonPointer portion,
        @Nullable Label label,
        Recipient recipient,
        boolean national,
        @Nullable Agreement agreement,
        LocalDate asOf) {}
