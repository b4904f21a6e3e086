package org.renkei.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cases.Assistance;
import org.renkei.kernel.cases.Coded;
import org.renkei.kernel.cases.Level;
import org.renkei.kernel.cases.OfficeHours;
import org.renkei.kernel.cases.Phase;
import org.renkei.kernel.cases.PhasePolicy;
import org.renkei.problem.Problem.FieldError;
import tools.jackson.databind.JsonNode;

/// Reads bodies and phase policies, and names every mistake at once, each at its place.
final class CoordinationReader {
    static final List<String> FIELDS = List.of("hours", "offices", "bodies", "policies");
    static final List<String> HOURS_FIELDS = List.of("zone", "from", "until");
    static final List<String> OFFICE_FIELDS = List.of("party", "en", "ja", "hours");
    static final List<String> BODY_FIELDS = List.of("code", "level", "en", "ja", "offices");
    static final List<String> POLICY_FIELDS =
            List.of("party", "phase", "from", "until", "zone", "allows", "en", "ja", "source");

    private static final int MOST_ROWS = 1_000;
    private static final int MOST_TEXT = 400;
    private static final Pattern CODE = Pattern.compile("[a-z0-9-]{2,40}");

    private final Set<String> parties;
    private final CoordinationData base;
    private final List<FieldError> mistakes = new ArrayList<>();

    /// @param parties codes that are known
    /// @param base what offices and hours may be named besides those that are read
    CoordinationReader(Set<String> parties, CoordinationData base) {
        this.parties = Set.copyOf(parties);
        this.base = base;
    }

    /// Empty when all of it could be relied on.
    List<FieldError> mistakes() {
        return List.copyOf(mistakes);
    }

    CoordinationData read(JsonNode tree) {
        var hours = new LinkedHashMap<String, OfficeHours>();
        var offices = new LinkedHashMap<String, CoordinationData.Office>();
        var bodies = new LinkedHashMap<String, CoordinationData.Row>();
        var policies = new ArrayList<PhasePolicy>();
        map(tree, "hours", (code, at) -> hours(tree.path("hours").path(code), at, code, hours));
        map(
                tree,
                "offices",
                (code, at) -> offices.put(code, office(tree.path("offices").path(code), at, hours)));
        list(tree, "bodies", (row, at) -> body(row, at, offices, bodies));
        list(tree, "policies", (row, at) -> policy(row, at, policies));
        return new CoordinationData(hours, offices, bodies, policies);
    }

    private void map(JsonNode tree, String name, BiConsumer<String, String> each) {
        var map = tree.path(name);
        if (map.isMissingNode() || map.isNull()) {
            return;
        }
        if (!map.isObject() || map.size() > MOST_ROWS) {
            wrong("/" + name, "a map is expected: a code, and under it its fields", "コードごとに項目を並べたマップが必要です");
            return;
        }
        map.propertyNames().forEach(code -> {
            var at = "/" + name + "/" + code;
            code(code, at);
            each.accept(code, at);
        });
    }

    private void list(JsonNode tree, String name, BiConsumer<JsonNode, String> each) {
        var list = tree.path(name);
        if (list.isMissingNode() || list.isNull()) {
            return;
        }
        if (!list.isArray() || list.size() > MOST_ROWS) {
            wrong("/" + name, "a list is expected, with at most " + MOST_ROWS, "一覧（" + MOST_ROWS + " 件まで）が必要です");
            return;
        }
        for (var place = 0; place < list.size(); place++) {
            each.accept(list.get(place), "/" + name + "/" + place);
        }
    }

    private void hours(JsonNode row, String at, String code, Map<String, OfficeHours> hours) {
        var zone = zone(row, at);
        var opens = time(row, "from", at);
        var closes = time(row, "until", at);
        try {
            hours.put(code, new OfficeHours(zone, opens, closes));
        } catch (IllegalArgumentException e) {
            wrong(
                    at,
                    "from and until belong together, and it opens before it closes; without both it never closes",
                    "from と until は両方を、開く時刻が先になるように書きます。両方なければ 24 時間です");
            hours.put(code, new OfficeHours(zone, null, null));
        }
    }

    private CoordinationData.Office office(JsonNode row, String at, Map<String, OfficeHours> hours) {
        var when = text(row, "hours", at);
        if (!when.isEmpty() && !hours.containsKey(when) && !base.hours().containsKey(when)) {
            wrong(at + "/hours", "there are no hours '" + when + "'", "執務時間「" + when + "」はありません");
        }
        return new CoordinationData.Office(party(row, at), text(row, "en", at), text(row, "ja", at), when);
    }

    private void body(
            JsonNode row,
            String at,
            Map<String, CoordinationData.Office> offices,
            Map<String, CoordinationData.Row> bodies) {
        var code = text(row, "code", at);
        code(code, at + "/code");
        var members = words(row, "offices", at);
        for (var office : members) {
            if (!offices.containsKey(office) && !base.offices().containsKey(office)) {
                wrong(at + "/offices", "there is no office '" + office + "'", "部署「" + office + "」はありません");
            }
        }
        if (members.size() != new HashSet<>(members).size()) {
            wrong(at + "/offices", "an office stands here twice", "同じ部署が二度書かれています");
        }
        var level = word(text(row, "level", at), Level.class, at + "/level").orElse(Level.ON_THE_SPOT);
        var read = new CoordinationData.Row(level, text(row, "en", at), text(row, "ja", at), members);
        if (bodies.put(code, read) != null) {
            wrong(at + "/code", "another body has the code " + code, "コード " + code + " の機関が二つあります");
        }
    }

    private void policy(JsonNode row, String at, List<PhasePolicy> policies) {
        var before = mistakes.size();
        var party = party(row, at);
        var phase = word(text(row, "phase", at), Phase.class, at + "/phase").orElse(Phase.PEACETIME);
        var from = day(row, "from", at);
        var until = row.hasNonNull("until") ? day(row, "until", at) : null;
        if (until != null && until.isBefore(from)) {
            wrong(at + "/until", "it ends before it begins", "終了日が開始日より前です");
        }
        var allows = new HashSet<Assistance>();
        words(row, "allows", at)
                .forEach(one -> word(one, Assistance.class, at + "/allows").ifPresent(allows::add));
        var policy = new PhasePolicy(
                party,
                phase,
                from,
                until,
                row.hasNonNull("zone") ? zone(row, at) : ZoneOffset.UTC,
                allows,
                text(row, "en", at),
                text(row, "ja", at),
                text(row, "source", at));
        if (mistakes.size() == before && policies.stream().anyMatch(policy::overlaps)) {
            wrong(
                    at + "/from",
                    "another version of " + party + " for this phase holds on the same days: end that one by `until`",
                    party + " のこの事態の別の版と期間が重なります。前の版に until を書いてください");
        }
        policies.add(policy);
    }

    private String party(JsonNode row, String at) {
        var party = text(row, "party", at);
        if (!party.isEmpty() && !parties.contains(party)) {
            wrong(at + "/party", "'" + party + "' is no party this node knows", party + " は登録されていません");
        }
        return party;
    }

    private void code(String code, String at) {
        if (!CODE.matcher(code).matches()) {
            wrong(at, "a code has small letters, digits and hyphens, 2 to 40", "コードは英小文字・数字・ハイフンで 2〜40 文字です");
        }
    }

    private ZoneId zone(JsonNode row, String at) {
        try {
            return ZoneId.of(text(row, "zone", at));
        } catch (DateTimeException e) {
            wrong(at + "/zone", "a time zone is expected, such as Asia/Tokyo", "時間帯（Asia/Tokyo など）が必要です");
            return ZoneOffset.UTC;
        }
    }

    private @Nullable LocalTime time(JsonNode row, String name, String at) {
        if (!row.hasNonNull(name)) {
            return null;
        }
        try {
            return LocalTime.parse(row.path(name).asString(""));
        } catch (DateTimeException e) {
            wrong(at + "/" + name, "a time is expected: \"08:30\"", "時刻は \"08:30\" の形式です");
            return null;
        }
    }

    private LocalDate day(JsonNode row, String name, String at) {
        try {
            return LocalDate.parse(row.path(name).asString(""));
        } catch (DateTimeException e) {
            wrong(at + "/" + name, "a day is expected: YYYY-MM-DD", "日付は YYYY-MM-DD の形式です");
            return LocalDate.EPOCH;
        }
    }

    private <E extends Enum<E> & Coded> Optional<E> word(String text, Class<E> type, String at) {
        var found = Coded.find(type, text);
        if (found.isEmpty()) {
            var all = Coded.codes(type);
            wrong(at, "one of these is expected: " + String.join(", ", all), "次のいずれかが必要です：" + String.join("、", all));
        }
        return found;
    }

    private List<String> words(JsonNode row, String name, String at) {
        var list = row.path(name);
        if (!list.isArray() || !list.valueStream().allMatch(JsonNode::isString)) {
            wrong(at + "/" + name, "a list of words is expected, perhaps empty: [ ]", "一覧が必要です（空の場合は [ ]）");
            return List.of();
        }
        return list.valueStream().map(JsonNode::asString).toList();
    }

    private String text(JsonNode row, String name, String at) {
        var text = row.path(name).isString() ? row.path(name).asString() : "";
        if (text.isBlank() || text.length() > MOST_TEXT) {
            wrong(
                    at + "/" + name,
                    "'" + name + "' is needed: a text of at most " + MOST_TEXT + " characters",
                    "「" + name + "」が必要です（" + MOST_TEXT + " 文字まで）");
            return "";
        }
        return text;
    }

    private void wrong(String at, String english, String japanese) {
        mistakes.add(new FieldError(at, english, japanese));
    }
}
