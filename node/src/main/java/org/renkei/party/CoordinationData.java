package org.renkei.party;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.cases.Level;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.cases.PhasePolicy;

/// Hours, offices, bodies and phase policies as one file says them, by their codes.
record CoordinationData(
        Map<String, OfficeHours> hours,
        Map<String, Office> offices,
        Map<String, Row> bodies,
        List<PhasePolicy> policies) {
    static final CoordinationData NOTHING = new CoordinationData(Map.of(), Map.of(), Map.of(), List.of());

    /// @param hours by which name the file knows them
    record Office(String party, String en, String ja, String hours) {}

    /// @param offices codes of those that meet there
    record Row(Level level, String en, String ja, List<String> offices) {}

    /// This, with what another file says besides or instead: of one code the whole of it, and of the policies
    /// of one nation for one phase all versions, so that the earlier ones can be ended.
    CoordinationData with(CoordinationData over) {
        return new CoordinationData(
                both(hours, over.hours),
                both(offices, over.offices),
                both(bodies, over.bodies),
                Stream.concat(
                                policies.stream()
                                        .filter(one -> !PhasePolicy.isStated(over.policies, one.party(), one.phase())),
                                over.policies.stream())
                        .toList());
    }

    private static <T> Map<String, T> both(Map<String, T> under, Map<String, T> over) {
        var all = new LinkedHashMap<>(under);
        all.putAll(over);
        return all;
    }

    /// In the order of the files; each names only offices and hours that there are.
    List<Body> listBodies() {
        var all = new ArrayList<Body>();
        bodies.forEach((code, row) -> all.add(new Body(
                code,
                row.en(),
                row.ja(),
                row.level(),
                row.offices().stream().map(this::member).toList())));
        return all;
    }

    private Body.Member member(String code) {
        var office = Optional.ofNullable(offices.get(code)).orElseThrow();
        var when = Optional.ofNullable(hours.get(office.hours())).orElseThrow();
        return new Body.Member(code, office.party(), office.en(), office.ja(), when);
    }
}
