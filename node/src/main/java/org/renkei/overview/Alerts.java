package org.renkei.overview;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.records.Bodies;
import org.renkei.records.RecordFilter;
import org.renkei.sight.Sights;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Warnings of others and findings of the node that are not over.
@Component
class Alerts {
    private static final List<String> KINDS = List.of("alert", "finding");
    private static final Set<String> OVER = Set.of("over", "unfollowed");

    private final Sights sights;

    Alerts(Sights sights) {
        this.sights = sights;
    }

    record InForce(UUID record, String party, Instant at, Map<String, String> title, Label label) {}

    /// The newest first.
    List<InForce> listInForce(Caller caller, Instant now) {
        var sight = sights.of(caller);
        return KINDS.stream()
                .flatMap(kind -> sight.listStanding(new RecordFilter(kind, null, null, null, null)).stream())
                .filter(one -> isInForce(Bodies.toJson(one.body()), now))
                .map(Alerts::inForce)
                .sorted((a, b) -> b.at().compareTo(a.at()))
                .toList();
    }

    private static InForce inForce(SharedRecord one) {
        return new InForce(
                one.id(),
                one.origin().party(),
                one.time().instant(),
                words(Bodies.toJson(one.body()).path("title")),
                one.banner());
    }

    /// What names no time at which it ends goes on until its origin takes it back.
    private static boolean isInForce(JsonNode body, Instant now) {
        var expires = body.path("expires").asString("");
        return !body.path("msgType").asString("").equals("Cancel")
                && !OVER.contains(body.path("state").asString(""))
                && (expires.isEmpty() || !isBefore(expires, now));
    }

    private static boolean isBefore(String time, Instant now) {
        try {
            return OffsetDateTime.parse(time).toInstant().isBefore(now);
        } catch (DateTimeException e) {
            return false;
        }
    }

    /// What was written in one language alone stands in both.
    private static Map<String, String> words(JsonNode text) {
        if (!text.isObject()) {
            return BriefWords.words(text.asString(""), text.asString(""));
        }
        var english = text.path("en").asString("");
        var japanese = text.path("ja").asString("");
        return BriefWords.words(english.isEmpty() ? japanese : english, japanese.isEmpty() ? english : japanese);
    }
}
