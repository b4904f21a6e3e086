package org.renkei.review;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.label.Classification;
import org.renkei.kernel.label.LabelException;
import org.renkei.kernel.review.Cause;
import org.renkei.kernel.review.PolicyRule;
import org.renkei.kernel.review.ReleasePolicy;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/// A release policy in plain values, as forms, YAML and the database have it.
@JsonInclude(JsonInclude.Include.NON_NULL)
record PolicyDraft(LocalDate from, int many, List<Rule> rules) {
    private static final int MAX_RULES = 100;
    private static final int MAX_MANY = 1_000_000;

    /// One rule in plain values.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Rule(
            String id,
            String act,
            String cause,
            List<String> parties,
            List<String> kinds,
            @Nullable String atLeast,
            int persons,
            int hours) {

        static Rule of(PolicyRule rule) {
            var atLeast = rule.atLeast();
            return new Rule(
                    rule.id(),
                    rule.act().name().toLowerCase(Locale.ROOT),
                    rule.cause().code(),
                    rule.parties().stream().sorted().toList(),
                    rule.kinds().stream().sorted().toList(),
                    atLeast == null ? null : atLeast.name(),
                    rule.persons(),
                    rule.hours());
        }

        /// @throws IllegalArgumentException saying what is wrong
        PolicyRule rule() {
            return new PolicyRule(
                    id,
                    switch (act) {
                        case "review" -> PolicyRule.Act.REVIEW;
                        case "withhold" -> PolicyRule.Act.WITHHOLD;
                        default ->
                            throw new IllegalArgumentException(
                                    "rule " + id + ": 'review' or 'withhold', not '" + act + "'");
                    },
                    Cause.parse(cause),
                    Set.copyOf(parties),
                    Set.copyOf(kinds),
                    atLeast == null ? null : classification(atLeast),
                    persons,
                    hours);
        }

        private static Classification classification(String text) {
            try {
                return Classification.parse(text);
            } catch (LabelException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
        }
    }

    static PolicyDraft of(ReleasePolicy policy) {
        return new PolicyDraft(
                policy.from(),
                policy.many(),
                policy.rules().stream().map(Rule::of).toList());
    }

    /// Reads what a form sent, and names every mistake at once.
    ///
    /// @param parties codes that are known
    static ReleasePolicy read(JsonNode json, int version, LocalDate today, Set<String> parties) {
        var mistakes = new ArrayList<FieldError>();
        var from = day(json, today, mistakes);
        var many = json.path("many").asInt(0);
        if (many < 1 || many > MAX_MANY) {
            mistakes.add(new FieldError("/many", "a number from 1 to " + MAX_MANY, "1〜" + MAX_MANY + " の数が必要です"));
        }
        var rules = new ArrayList<PolicyRule>();
        var list = json.path("rules");
        if (!list.isArray() || list.size() > MAX_RULES) {
            mistakes.add(new FieldError(
                    "/rules",
                    "a list of at most " + MAX_RULES + " rules is expected",
                    "規則の一覧（最大 " + MAX_RULES + " 件）が必要です"));
        } else {
            for (var place = 0; place < list.size(); place++) {
                read(list.get(place), "/rules/" + place, parties, rules, mistakes);
            }
        }
        if (mistakes.isEmpty()) {
            try {
                return new ReleasePolicy(version, from, many, rules);
            } catch (IllegalArgumentException e) {
                mistakes.add(wrong("/rules", e));
            }
        }
        throw Problem.refused(mistakes);
    }

    private static LocalDate day(JsonNode json, LocalDate today, List<FieldError> mistakes) {
        try {
            var day = LocalDate.parse(json.path("from").asString(""));
            if (!day.isBefore(today)) {
                return day;
            }
            mistakes.add(new FieldError(
                    "/from",
                    "a policy cannot begin in the past: today, " + today + ", or later",
                    "開始日は今日（" + today + "）以降です"));
        } catch (DateTimeException e) {
            mistakes.add(new FieldError("/from", "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です"));
        }
        return today;
    }

    private static void read(
            JsonNode json, String at, Set<String> known, List<PolicyRule> rules, List<FieldError> mistakes) {
        var parties = texts(json.path("parties"));
        for (var party : parties) {
            if (!known.contains(party)) {
                mistakes.add(new FieldError(
                        at + "/parties", "'" + party + "' is no party this node knows", party + " は登録されていません"));
            }
        }
        var atLeast = json.path("atLeast");
        try {
            rules.add(new Rule(
                            json.path("id").asString(""),
                            json.path("act").asString(""),
                            json.path("cause").asString(""),
                            parties,
                            texts(json.path("kinds")),
                            atLeast.isString() ? atLeast.asString() : null,
                            json.path("persons").asInt(0),
                            json.path("hours").asInt(0))
                    .rule());
        } catch (IllegalArgumentException e) {
            mistakes.add(wrong(at, e));
        }
    }

    private static FieldError wrong(String at, IllegalArgumentException e) {
        var detail = String.valueOf(e.getMessage());
        return new FieldError(at, detail, "この規則は使えません: " + detail);
    }

    private static List<String> texts(JsonNode list) {
        return list.valueStream().map(one -> one.asString("")).toList();
    }
}
