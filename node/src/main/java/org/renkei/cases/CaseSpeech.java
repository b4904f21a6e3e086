package org.renkei.cases;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.Releasability;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Bodies;
import org.renkei.release.Reach;
import org.renkei.release.ReleaseDesk;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Writes what is said in a case: only what the law of cases allows, under a label that releases to those who are
/// told and to nobody else, and only when it would reach all of them.
@Component
class CaseSpeech {
    private final CaseGuards guards;
    private final ReleaseDesk releases;
    private final Reach reach;
    private final JsonMapper json;
    private final String self;

    CaseSpeech(CaseGuards guards, ReleaseDesk releases, Reach reach, NodeSettings settings, JsonMapper json) {
        this.guards = guards;
        this.releases = releases;
        this.reach = reach;
        this.json = json;
        this.self = settings.node().party();
    }

    /// Says something in a case, for good: a record of this nation.
    ///
    /// @param mark from [#mark]
    /// @throws Problem naming everything that stands against it
    @Transactional
    public void say(UUID id, String mark, Act act, JsonNode request, Caller caller, Locale language) {
        var body = body(id, mark, act, request);
        var objections = guards.against((CborMap) Bodies.toCbor(body), caller);
        if (!objections.isEmpty()) {
            throw Problem.refused(objections.stream().map(CaseSpeech::refusal).toList());
        }
        var to = strings(body.path("to"));
        var draft = json.createObjectNode();
        draft.put("kind", Cases.KIND)
                .put("label", checked(request, to).text())
                .put("precedence", request.path("precedence").asString("ROUTINE"));
        draft.set("body", body);
        reach.require(draft, to.stream().filter(party -> !party.equals(self)).toList(), caller, language);
        releases.create(draft, caller, language);
    }

    private static FieldError refusal(Objection one) {
        var at = one.at().equals("/to") || one.at().equals("/act") ? one.at() : "/fields" + one.at();
        return new FieldError(at, one.english(), one.japanese());
    }

    private ObjectNode body(UUID id, String mark, Act act, JsonNode request) {
        var body = json.createObjectNode();
        var fields = request.path("fields");
        if (fields.isObject()) {
            fields.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        }
        body.put("case", id.toString()).put("mark", mark).put("act", act.code());
        var to = body.putArray("to");
        strings(request.path("to")).forEach(to::add);
        var brief = id.toString().substring(0, 8);
        body.putObject("title")
                .put("en", "Case " + brief + ": " + act.english())
                .put("ja", "事案 " + brief + "：" + act.japanese());
        return body;
    }

    private static Set<String> strings(JsonNode array) {
        var strings = new TreeSet<String>();
        array.forEach(one -> strings.add(one.asString("")));
        return strings;
    }

    static Label label(JsonNode request) {
        try {
            return Label.parse(request.path("label").asString(""));
        } catch (LabelException e) {
            throw refusal("/label", String.valueOf(e.getMessage()), "読み取れません: " + e.getMessage());
        }
    }

    /// The label releases to those who are told, and to nobody else.
    private Label checked(JsonNode request, Set<String> to) {
        var label = label(request);
        var fits = label.releasability() instanceof Releasability.To(var codes)
                && (codes.equals(to) || codes.isEmpty() && to.equals(Set.of(self)));
        if (!fits) {
            var nations = String.join(", ", to);
            throw refusal(
                    "/label",
                    "the label releases to those who are told: REL TO " + nations,
                    "ラベルの開示先は伝える先と同じです: REL TO " + nations);
        }
        return label;
    }

    static Problem refusal(String at, String english, String japanese) {
        return Problem.refused(List.of(new FieldError(at, english, japanese)));
    }

    /// Random, so that it tells nothing of what else was said.
    static String mark() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
