package org.renkei.commitments;

import java.util.List;
import java.util.Map;
import org.renkei.commitments.CommitmentView.FieldView;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.commitments.Act;
import org.renkei.party.Party;

/// What a new commitment can be: with whom, of which bodies, and the form.
///
/// @param nations those with a link, whom something can be told
/// @param fields of the form that records one
public record CommitmentOptions(String own, List<NationView> nations, List<BodyView> bodies, List<FieldView> fields) {

    public record NationView(String code, Map<String, String> name) {}

    /// @param parties whose offices meet there
    public record BodyView(String code, Map<String, String> name, List<String> parties) {}

    static CommitmentOptions of(String own, List<Party> nations, List<Body> bodies) {
        return new CommitmentOptions(
                own,
                nations.stream()
                        .map(one -> new NationView(one.code(), Map.of("en", one.nameEn(), "ja", one.nameJa())))
                        .toList(),
                bodies.stream()
                        .map(one -> new BodyView(
                                one.code(),
                                Map.of("en", one.nameEn(), "ja", one.nameJa()),
                                one.members().stream()
                                        .map(member -> member.party())
                                        .distinct()
                                        .toList()))
                        .toList(),
                CommitmentView.fields(Act.RECORD, Map.of()));
    }
}
