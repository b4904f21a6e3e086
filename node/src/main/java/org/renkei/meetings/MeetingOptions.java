package org.renkei.meetings;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.renkei.kernel.cases.Body;
import org.renkei.kernel.meetings.Act;
import org.renkei.meetings.MeetingView.FieldView;
import org.renkei.meetings.MeetingView.PromiseView;
import org.renkei.meetings.Meetings.Folded;
import org.renkei.meetings.Promises.Promise;
import org.renkei.party.Party;

/// What a new meeting can be: with whom, of which body, after which other, and the form; and what outcomes
/// can name.
///
/// @param nations those with a link, whom something can be told
/// @param meetings that another can follow, the newest first
/// @param commitments that an outcome can name
/// @param fields of the form that calls one
public record MeetingOptions(
        String own,
        List<NationView> nations,
        List<BodyView> bodies,
        List<PromiseView> meetings,
        List<PromiseView> commitments,
        List<FieldView> fields) {

    public record NationView(String code, Map<String, String> name) {}

    /// @param parties whose offices meet there
    public record BodyView(String code, Map<String, String> name, List<String> parties) {}

    static MeetingOptions of(
            String own,
            List<Party> nations,
            List<Body> bodies,
            List<Folded> meetings,
            Collection<Promise> commitments) {
        return new MeetingOptions(
                own,
                nations.stream()
                        .map(one -> new NationView(one.code(), words(one.nameEn(), one.nameJa())))
                        .toList(),
                bodies.stream()
                        .map(one -> {
                            var parties = one.members().stream().map(member -> member.party());
                            return new BodyView(
                                    one.code(),
                                    words(one.nameEn(), one.nameJa()),
                                    parties.distinct().toList());
                        })
                        .toList(),
                meetings.stream()
                        .map(one -> titled(one.whole().id(), MeetingView.title(one.opening())))
                        .toList(),
                commitments.stream().map(one -> titled(one.id(), one.title())).toList(),
                MeetingView.fields(Act.CALL, Map.of()));
    }

    private static PromiseView titled(UUID id, Map<String, String> title) {
        return new PromiseView(id, title);
    }

    private static Map<String, String> words(String en, String ja) {
        return Map.of("en", en, "ja", ja);
    }
}
