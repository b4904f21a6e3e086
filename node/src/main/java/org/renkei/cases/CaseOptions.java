package org.renkei.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.renkei.cases.PageView.FieldView;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Level;
import org.renkei.kernel.cases.Phase;
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.party.Party;

/// What a new case can be: with whom, at which body, in which phase, and the form.
///
/// @param nations those with a link, whom something can be told
/// @param levels of bodies, the highest first
/// @param seats bodies at which the caller has the watch
public record CaseOptions(
        String own,
        List<NationView> nations,
        List<BodyView> bodies,
        List<String> levels,
        List<PhaseView> phases,
        List<FieldView> fields,
        List<String> seats) {

    public record NationView(String code, Map<String, String> name) {}

    public record BodyView(String code, String level, Map<String, String> name, List<OfficeView> offices) {}

    public record OfficeView(String code, String party, Map<String, String> name, String zone, String hours) {}

    /// @param stated whether a nation has stated any policy for the phase, in force or not
    /// @param allows what its law lets it give now, by the rows on record
    public record PhaseView(String code, boolean stated, List<String> allows, List<BasisView> basis) {}

    public record BasisView(
            Map<String, String> name,
            LocalDate from,
            @Nullable LocalDate until,
            String source) {}

    static CaseOptions of(
            String own,
            List<Party> nations,
            List<Body> bodies,
            List<PhasePolicy> policies,
            List<String> seats,
            Instant now) {
        return new CaseOptions(
                own,
                nations.stream()
                        .map(one -> new NationView(one.code(), Map.of("en", one.nameEn(), "ja", one.nameJa())))
                        .toList(),
                bodies.stream().map(CaseOptions::body).toList(),
                Coded.codes(Level.class),
                Arrays.stream(Phase.values())
                        .map(phase -> phase(phase, own, policies, now))
                        .toList(),
                PageView.fields(Act.OPEN, Map.of()),
                seats);
    }

    private static BodyView body(Body body) {
        return new BodyView(
                body.code(),
                body.level().code(),
                Map.of("en", body.nameEn(), "ja", body.nameJa()),
                body.members().stream()
                        .map(one -> new OfficeView(
                                one.code(),
                                one.party(),
                                Map.of("en", one.officeEn(), "ja", one.officeJa()),
                                one.hours().zone().getId(),
                                DeadlineView.hours(one)))
                        .toList());
    }

    static PhaseView phase(Phase phase, String party, List<PhasePolicy> policies, Instant now) {
        var rows = PhasePolicy.inForce(policies, party, phase, now);
        return new PhaseView(
                phase.code(),
                PhasePolicy.isStated(policies, party, phase),
                rows.stream()
                        .flatMap(row -> row.allows().stream())
                        .distinct()
                        .sorted()
                        .map(one -> one.code())
                        .toList(),
                rows.stream()
                        .map(row -> new BasisView(
                                Map.of("en", row.basisEn(), "ja", row.basisJa()),
                                row.from(),
                                row.until(),
                                row.source()))
                        .toList());
    }
}
