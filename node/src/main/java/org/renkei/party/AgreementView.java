package org.renkei.party;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.agreement.Agreement;
import org.renkei.kernel.agreement.Suspension;

/// An agreement as the API shows it; `state` is as of the day asked.
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AgreementView(
        String id,
        String type,
        Map<String, String> name,
        List<String> parties,
        @Nullable String signed,
        @Nullable String inForce,
        @Nullable LocalDate ended,
        @Nullable String endedReason,
        List<Suspension> suspensions,
        @Nullable String ceiling,
        String state,
        String source) {

    public static AgreementView of(Agreement agreement, LocalDate asOf) {
        return new AgreementView(
                agreement.id(),
                agreement.type().code(),
                Map.of("en", agreement.nameEn(), "ja", agreement.nameJa()),
                agreement.parties().stream().sorted().toList(),
                agreement.signed() == null ? null : agreement.signed().toString(),
                agreement.inForce() == null ? null : agreement.inForce().toString(),
                agreement.ended(),
                agreement.endedReason(),
                agreement.suspensions(),
                agreement.ceiling() == null ? null : agreement.ceiling().name(),
                agreement.stateOn(asOf).code(),
                agreement.source());
    }
}
