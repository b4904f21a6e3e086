package org.renkei.review;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/// Reads a release policy as a form sends it, and names every mistake at once, each at its place.
final class PolicyReader {
    static final List<String> FIELDS = List.of("from", "many", "manyHours", "rules");
    static final List<String> RULE_FIELDS =
            List.of("id", "act", "cause", "parties", "kinds", "atLeast", "persons", "hours");

    private static final int MAX_RULES = 100;
    private static final int MAX_MANY = 1_000_000;
    private static final int MAX_HOURS = 720;
    private static final int MAX_NAMES = 100;
    private static final int MAX_KIND = 64;

    private final Set<String> parties;
    private final LocalDate earliest;
    private final List<FieldError> mistakes = new ArrayList<>();

    /// @param parties codes that are known
    /// @param earliest the first day on which a policy may begin
    PolicyReader(Set<String> parties, LocalDate earliest) {
        this.parties = Set.copyOf(parties);
        this.earliest = earliest;
    }

    /// Empty when the policy was read.
    List<FieldError> mistakes() {
        return List.copyOf(mistakes);
    }

    /// @throws Problem with every mistake
    ReleasePolicy read(JsonNode json, int version) {
        var policy = tryToRead(json, version);
        if (policy == null) {
            throw Problem.refused(mistakes);
        }
        return policy;
    }

    @Nullable
    ReleasePolicy tryToRead(JsonNode json, int version) {
        var from = day(json);
        var many = number(json.path("many"), "/many", 1, MAX_MANY);
        var manyHours = json.has("manyHours")
                ? number(json.path("manyHours"), "/manyHours", 1, ReleasePolicy.MAX_MANY_HOURS)
                : ReleasePolicy.USUAL_MANY_HOURS;
        var rules = rules(json.path("rules"));
        return mistakes.isEmpty() ? new ReleasePolicy(version, from, many, manyHours, rules) : null;
    }

    private LocalDate day(JsonNode json) {
        try {
            var day = LocalDate.parse(json.path("from").asString(""));
            if (!day.isBefore(earliest)) {
                return day;
            }
            wrong(
                    "/from",
                    "a policy cannot begin in the past: today, " + earliest + ", or later",
                    "開始日は今日（" + earliest + "）以降です");
        } catch (DateTimeException e) {
            wrong("/from", "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です");
        }
        return earliest;
    }

    private List<PolicyRule> rules(JsonNode list) {
        var rules = new ArrayList<PolicyRule>();
        if (!list.isArray() || list.size() > MAX_RULES) {
            wrong(
                    "/rules",
                    "a list of at most " + MAX_RULES + " rules is expected",
                    "規則の一覧（最大 " + MAX_RULES + " 件）が必要です");
            return rules;
        }
        var ids = new HashSet<String>();
        for (var place = 0; place < list.size(); place++) {
            var at = "/rules/" + place;
            var rule = rule(list.get(place), at);
            if (rule != null && !ids.add(rule.id())) {
                wrong(at + "/id", "another rule is named " + rule.id(), "規則「" + rule.id() + "」が重複しています");
            } else if (rule != null) {
                rules.add(rule);
            }
        }
        return rules;
    }

    private @Nullable PolicyRule rule(JsonNode json, String at) {
        if (!json.isObject()) {
            wrong(at, "a rule with its fields is expected: " + String.join(", ", RULE_FIELDS), "規則の各項目が必要です");
            return null;
        }
        var before = mistakes.size();
        var id = id(json, at);
        var act = one(json.path("act"), at + "/act", List.of("review", "withhold"));
        var cause = one(json.path("cause"), at + "/cause", causes());
        if ("withhold".equals(act) && !Cause.ALWAYS.code().equals(cause)) {
            wrong(
                    at + "/cause",
                    "what is withheld is withheld always, whatever the cause: always, or another act",
                    "不開示の規則の条件は always だけです。条件か扱いを変えてください");
        }
        var atLeast = json.path("atLeast").isNull() || !json.has("atLeast")
                ? null
                : one(json.path("atLeast"), at + "/atLeast", levels());
        var rule = new PolicyDraft.Rule(
                id,
                act,
                cause,
                names(json.path("parties"), at + "/parties", true),
                names(json.path("kinds"), at + "/kinds", false),
                atLeast,
                number(json.path("persons"), at + "/persons", 1, 2),
                number(json.path("hours"), at + "/hours", 1, MAX_HOURS));
        return mistakes.size() == before ? rule.rule() : null;
    }

    private String id(JsonNode json, String at) {
        var id = json.path("id").asString("");
        if (!id.matches(PolicyRule.NAME)) {
            wrong(
                    at + "/id",
                    "the name of a rule has small letters, digits and hyphens, at most 40",
                    "規則の名前は英小文字・数字・ハイフンで 40 文字までです");
        }
        return id;
    }

    private List<String> names(JsonNode list, String at, boolean ofParties) {
        if (!list.isArray() || list.size() > MAX_NAMES || !list.valueStream().allMatch(JsonNode::isString)) {
            wrong(at, "a list is expected, empty for all: [ ]", "一覧が必要です（すべての場合は [ ]）");
            return List.of();
        }
        var names = list.valueStream().map(JsonNode::asString).toList();
        for (var name : names) {
            if (ofParties && !parties.contains(name)) {
                wrong(at, "'" + shown(name) + "' is no party this node knows", shown(name) + " は登録されていません");
            } else if (!ofParties && (name.isBlank() || name.length() > MAX_KIND)) {
                wrong(at, "'" + shown(name) + "' is no kind of record", shown(name) + " は記録の種別ではありません");
            }
        }
        return names;
    }

    private String one(JsonNode json, String at, List<String> choices) {
        var text = json.isString() ? json.asString() : "";
        if (!choices.contains(text)) {
            wrong(
                    at,
                    "one of these is expected: " + String.join(", ", choices),
                    "次のいずれかが必要です：" + String.join("、", choices));
            return "";
        }
        return text;
    }

    private int number(JsonNode json, String at, int least, int most) {
        if (!json.isInt() || json.asInt() < least || json.asInt() > most) {
            wrong(at, "a whole number from " + least + " to " + most, least + "〜" + most + " の整数が必要です");
            return least;
        }
        return json.asInt();
    }

    private static List<String> causes() {
        return Arrays.stream(Cause.values())
                .filter(Cause::isForPolicies)
                .map(Cause::code)
                .toList();
    }

    private static List<String> levels() {
        return Arrays.stream(Classification.values()).map(Enum::name).collect(Collectors.toList());
    }

    private static String shown(String name) {
        return name.length() <= MAX_KIND ? name : name.substring(0, MAX_KIND) + "…";
    }

    private void wrong(String at, String english, String japanese) {
        mistakes.add(new FieldError(at, english, japanese));
    }
}
