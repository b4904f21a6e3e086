package org.renkei.watching;

import java.time.Instant;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.track.TrackIdentity;
import org.renkei.kernel.watch.Evidence;
import org.renkei.kernel.watch.Finding;
import org.renkei.kernel.watch.FindingKind;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Findings as drafts of records of the kind `finding`.
final class FindingDrafts {
    static final String KIND = "finding";
    static final String SYSTEM = "watch";
    static final String GOING_ON = "going-on";
    /// The watch was interrupted before it was over.
    static final String UNFOLLOWED = "unfollowed";

    private static final int MOST_NAMED = 4;

    private final JsonMapper json;

    FindingDrafts(JsonMapper json) {
        this.json = json;
    }

    /// @param names what the objects call themselves, of those that said
    ObjectNode draft(Finding finding, Label label, WatchPlan plan, Map<TrackIdentity, String> names) {
        var draft = json.createObjectNode();
        draft.put("kind", KIND).put("label", label.text()).put("precedence", "ROUTINE");
        draft.putObject("source").put("system", SYSTEM).put("id", finding.key());
        var body = draft.putObject("body");
        var called = new TreeMap<TrackIdentity, String>();
        finding.subjects().forEach(subject -> called.put(subject, called(subject, names)));
        var where = where(finding, plan);
        body.putObject("title")
                .put("en", FindingWords.english(finding.kind(), list(called.values(), ", "), where.english()))
                .put("ja", FindingWords.japanese(finding.kind(), list(called.values(), "、"), where.japanese()));
        body.put("finding", finding.kind().code())
                .put("state", finding.over() ? "over" : GOING_ON)
                .put("time", time(finding.from()))
                .put("until", time(finding.to()));
        if (!finding.where().isEmpty()) {
            body.put("where", finding.where());
        }
        place(body.putObject("position"), finding.latitude(), finding.longitude());
        var subjects = body.putArray("subjects");
        finding.subjects().forEach(subject -> subjects.add(subject.toString()));
        finding.evidence().forEach(one -> evidence(body.withArray("evidence"), one));
        figures(body.putArray("figures"), finding);
        return draft;
    }

    private record Where(String english, String japanese) {}

    private static Where where(Finding finding, WatchPlan plan) {
        if (finding.kind() == FindingKind.INTERFERENCE) {
            return new Where("GARS " + finding.where(), "GARS " + finding.where());
        }
        return plan.areas().stream()
                .filter(named -> named.area().id().equals(finding.where()))
                .findFirst()
                .map(named -> new Where(named.english(), named.japanese()))
                .orElse(new Where(finding.where(), finding.where()));
    }

    private static String called(TrackIdentity subject, Map<TrackIdentity, String> names) {
        var name = names.get(subject);
        var identity = subject.scheme().toUpperCase(Locale.ROOT) + " " + subject.value();
        return name == null ? identity : name + " (" + identity + ")";
    }

    private static String list(Collection<String> names, String comma) {
        var first = names.stream().limit(MOST_NAMED).collect(Collectors.joining(comma));
        return names.size() <= MOST_NAMED ? first : first + " + " + (names.size() - MOST_NAMED);
    }

    private static void evidence(ArrayNode all, Evidence evidence) {
        var one = all.addObject()
                .put("time", time(evidence.at()))
                .put("object", evidence.identity().toString())
                .put("feed", evidence.feed());
        place(one.putObject("position"), evidence.latitude(), evidence.longitude());
        if (!evidence.says().isEmpty()) {
            one.put("says", evidence.says());
        }
    }

    private static void figures(ArrayNode all, Finding finding) {
        for (var figure : finding.figures()) {
            var one = all.addObject()
                    .put("measure", figure.measure().code())
                    .put("value", rounded(figure.value()))
                    .put("unit", figure.measure().unit());
            if (figure.limit() != figure.value()) {
                one.put("limit", rounded(figure.limit()));
            }
        }
    }

    private static void place(ObjectNode place, double latitude, double longitude) {
        place.put("lat", Math.round(latitude * 1e5) / 1e5).put("lon", Math.round(longitude * 1e5) / 1e5);
    }

    private static double rounded(double value) {
        return Math.round(value * 100) / 100.0;
    }

    private static String time(long millis) {
        return Instant.ofEpochMilli(millis).toString();
    }
}
