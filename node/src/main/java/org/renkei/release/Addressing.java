package org.renkei.release;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Objection;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.label.Releasability;
import org.renkei.kernel.record.SharedRecord;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// Says something to nations that are named, as a letter names its addressees: under a label that releases
/// to those and to nobody else, and only when it would reach all of them. A request names them at `to`,
/// says what it says at `fields`, and bears a `label` and perhaps a `precedence`.
@Component
public class Addressing {
    private final ReleaseDesk releases;
    private final Reach reach;
    private final JsonMapper json;
    private final String self;

    Addressing(ReleaseDesk releases, Reach reach, NodeSettings settings, JsonMapper json) {
        this.releases = releases;
        this.reach = reach;
        this.json = json;
        this.self = settings.node().party();
    }

    /// The body of a statement: the fields of the request, who is told, and what is said.
    ///
    /// @param mark from [#mark]
    public ObjectNode body(JsonNode request, String mark, String act) {
        var body = json.createObjectNode();
        var fields = request.path("fields");
        if (fields.isObject()) {
            fields.properties().forEach(field -> body.set(field.getKey(), field.getValue()));
        }
        body.put("mark", mark).put("act", act);
        var to = body.putArray("to");
        to(request).forEach(to::add);
        return body;
    }

    /// For good: a record of this nation.
    ///
    /// @param references records that it speaks of
    /// @return the record
    /// @throws Problem naming what is wrong with the label, or everybody who would not get it
    public UUID say(
            String kind,
            ObjectNode body,
            Collection<UUID> references,
            JsonNode request,
            Caller caller,
            Locale language) {
        var to = to(request);
        var draft = json.createObjectNode();
        draft.put("kind", kind)
                .put("label", checked(request, to).text())
                .put("precedence", request.path("precedence").asString("ROUTINE"));
        if (!references.isEmpty()) {
            var named = draft.putArray("references");
            references.forEach(one -> named.add(one.toString()));
        }
        draft.set("body", body);
        reach.require(draft, to.stream().filter(party -> !party.equals(self)).toList(), caller, language);
        return releases.create(draft, caller, language).id();
    }

    /// An own record that is named went to all who are told.
    ///
    /// @param named as the caller sees it
    public void requireReached(SharedRecord named, JsonNode request, Caller caller, Locale language) {
        if (!named.origin().party().equals(self)) {
            return;
        }
        var went = releases.release(named.id(), caller, language).decisions().stream()
                .filter(one -> one.arrivesWhole() || one.decision().equals("redacted"))
                .map(DecisionView::party)
                .toList();
        var missed = to(request).stream()
                .filter(party -> !party.equals(self) && !went.contains(party))
                .toList();
        if (!missed.isEmpty()) {
            throw refusal(
                    "/fields/record",
                    String.join(", ", missed) + " does not receive that record, so it is not named to them",
                    String.join(", ", missed) + " にはその記録が開示されないため、示すことができません");
        }
    }

    /// Who is told, the own nation among them.
    public static Set<String> to(JsonNode request) {
        var strings = new TreeSet<String>();
        request.path("to").forEach(one -> strings.add(one.asString("")));
        return strings;
    }

    public static Label label(JsonNode request) {
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

    /// An exercise never mixes with what is real.
    ///
    /// @param first label of what began it
    /// @param english what it is called
    public static void requireSameExercise(Label first, JsonNode request, String english, String japanese) {
        if (first.exercise() != label(request).exercise()) {
            throw refusal(
                    "/label",
                    first.exercise()
                            ? "this " + english + " is an exercise: the label says so, too"
                            : "this " + english + " is no exercise",
                    first.exercise() ? "この" + japanese + "は訓練です。ラベルにも EXERCISE が必要です" : "この" + japanese + "は訓練ではありません");
        }
    }

    /// @throws Problem when there is any objection, naming all of them by their places in the request
    public static void requireNone(List<Objection> objections) {
        if (!objections.isEmpty()) {
            throw Problem.refused(objections.stream().map(Addressing::refusal).toList());
        }
    }

    private static FieldError refusal(Objection one) {
        var at = one.at().equals("/to") || one.at().equals("/act") ? one.at() : "/fields" + one.at();
        return new FieldError(at, one.english(), one.japanese());
    }

    public static Problem refusal(String at, String english, String japanese) {
        return Problem.refused(List.of(new FieldError(at, english, japanese)));
    }

    /// Random, so that it tells nothing of what else was said.
    public static String mark() {
        return UUID.randomUUID().toString().replace("-", "");
    }
}
