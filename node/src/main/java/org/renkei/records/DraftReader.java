package org.renkei.records;

import java.security.Principal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.renkei.kernel.cbor.Cbor;
import org.renkei.kernel.cbor.CborMap;
import org.renkei.kernel.label.Label;
import org.renkei.kernel.record.JsonPointer;
import org.renkei.kernel.record.Otherwise;
import org.renkei.kernel.record.Portion;
import org.renkei.kernel.record.Precedence;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.renkei.settings.NodeSettings;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/// Reads a draft from JSON and finds every mistake at once, each with its place. A portion that points to
/// nothing is a mistake too: what was meant to be protected stands somewhere else.
@Component
public class DraftReader {
    private static final Set<String> KEYS = Set.of(
            "kind", "label", "precedence", "portions", "references", "author", "source", "revises", "until", "body");
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9-]{0,63}");
    private static final int MAX_AUTHOR = 128;
    /// Far below what a frame between nodes may hold.
    private static final int MAX_BODY = 1024 * 1024;
    private static final int MAX_REFERENCES = 256;
    private static final int MAX_PORTIONS = 64;
    /// Within what the encoding can hold.
    private static final Instant LATEST_END = Instant.parse("2250-01-01T00:00:00Z");

    private final Kinds kinds;
    private final List<DraftCheck> checks;
    private final WritingRights rights;
    private final String defaultAuthor;
    private final Clock clock;

    DraftReader(Kinds kinds, List<DraftCheck> checks, WritingRights rights, NodeSettings settings, Clock clock) {
        this.kinds = kinds;
        this.checks = List.copyOf(checks);
        this.rights = rights;
        this.clock = clock;
        this.defaultAuthor = settings.node().party() + " duty officer";
    }

    /// @throws Problem naming every mistake, or that records of this kind are not the writer's to write
    public Draft read(JsonNode json, Principal writer) {
        rights.requireWriting(json.path("kind").asString(""), writer);
        var reading = new Reading(json, writer);
        var draft = reading.draft();
        if (draft == null || !reading.mistakes.isEmpty()) {
            throw Problem.refused(reading.mistakes);
        }
        return draft;
    }

    /// One draft being read; a field that cannot be read becomes a mistake and reading goes on.
    private final class Reading {
        private final JsonNode json;
        private final Principal writer;
        private final List<FieldError> mistakes = new ArrayList<>();

        Reading(JsonNode json, Principal writer) {
            this.json = json;
            this.writer = writer;
        }

        @Nullable
        Draft draft() {
            if (!json.isObject()) {
                mistake("", "a draft is a JSON object", "下書きは JSON オブジェクトです");
                return null;
            }
            json.propertyNames().stream()
                    .filter(key -> !KEYS.contains(key))
                    .forEach(key -> mistake(
                            "/" + key,
                            "unknown field; known are " + KEYS.stream().sorted().toList(),
                            "未知の項目です。使えるのは " + KEYS.stream().sorted().toList()));
            var kind = kind();
            var label = label("/label", json.path("label"));
            var body = body(kind);
            var portions = portions(body);
            var precedence = precedence();
            var references = references();
            var author = author();
            var source = source();
            var revises = json.path("revises").isIntegralNumber()
                    ? json.path("revises").asInt()
                    : null;
            var until = until();
            if (kind == null || label == null || body == null || precedence == null) {
                return null;
            }
            return new Draft(kind, precedence, label, portions, references, author, source, revises, until, body);
        }

        private @Nullable String kind() {
            var kind = json.path("kind").asString("");
            if (KIND.matcher(kind).matches()) {
                return kind;
            }
            mistake(
                    "/kind",
                    "a kind is needed: small letters, digits and hyphens, for example situation-report",
                    "種別が必要です（小文字・数字・ハイフン。例: situation-report）");
            return null;
        }

        private @Nullable Label label(String at, JsonNode node) {
            if (!node.isString() || node.asString().isBlank()) {
                mistake(
                        at,
                        "a label is needed; without one nothing is stored and nothing leaves. Example: UNCLASSIFIED//PUBLIC",
                        "秘密区分表示が必要です。なければ保存も開示もしません。例: UNCLASSIFIED//PUBLIC");
                return null;
            }
            return parsed(at, node.asString(), Label::parse);
        }

        private @Nullable Precedence precedence() {
            var text = json.path("precedence").asString("ROUTINE");
            return parsed("/precedence", text, Precedence::parse);
        }

        private @Nullable CborMap body(@Nullable String kind) {
            var node = json.path("body");
            if (!node.isObject()) {
                mistake("/body", "a body is needed: a JSON object", "本文（JSON オブジェクト）が必要です");
                return null;
            }
            if (kind != null) {
                mistakes.addAll(kinds.check(kind, node));
            }
            try {
                var body = (CborMap) Bodies.toCbor(node);
                if (Cbor.encode(body).length > MAX_BODY) {
                    mistake(
                            "/body",
                            "the body is larger than " + MAX_BODY / 1024 + " KiB: divide it into several records",
                            "本文が " + MAX_BODY / 1024 + " KiB を超えています。複数の記録に分けてください");
                }
                var named = kind == null ? "" : kind;
                checks.forEach(check -> mistakes.addAll(check.check(named, body, writer)));
                return body;
            } catch (IllegalArgumentException e) {
                mistake("/body", String.valueOf(e.getMessage()), "本文を符号化できません: " + e.getMessage());
                return null;
            }
        }

        private List<Portion> portions(@Nullable CborMap body) {
            var portions = new ArrayList<Portion>();
            var node = json.path("portions");
            if (!node.isMissingNode() && !node.isArray() || node.size() > MAX_PORTIONS) {
                mistake(
                        "/portions",
                        "a list of at most " + MAX_PORTIONS + " {at, label, otherwise} is expected",
                        "{at, label, otherwise} の一覧（最大 " + MAX_PORTIONS + "）です");
                return portions;
            }
            var seen = new HashSet<JsonPointer>();
            for (var i = 0; i < node.size(); i++) {
                var place = "/portions/" + i;
                var portion = portion(place, node.get(i), body);
                if (portion != null && !seen.add(portion.at())) {
                    mistake(place + "/at", portion.at() + " is labelled twice", portion.at() + " に表示が二つあります");
                } else if (portion != null) {
                    portions.add(portion);
                }
            }
            return portions;
        }

        private @Nullable Portion portion(String place, JsonNode node, @Nullable CborMap body) {
            var at = parsed(place + "/at", node.path("at").asString(""), JsonPointer::parse);
            var label = label(place + "/label", node.path("label"));
            var otherwise = parsed(place + "/otherwise", node.path("otherwise").asString("remove"), Otherwise::parse);
            if (at == null || label == null || otherwise == null) {
                return null;
            }
            if (body != null && at.find(body).isEmpty()) {
                mistake(
                        place + "/at",
                        at + " points to nothing in the body; what it should protect would leave",
                        at + " は本文のどこも指していません。守るべき内容が開示されます");
                return null;
            }
            return new Portion(at, label, otherwise);
        }

        private List<UUID> references() {
            var references = new ArrayList<UUID>();
            var node = json.path("references");
            for (var i = 0; i < Math.min(node.size(), MAX_REFERENCES); i++) {
                var id = parsed("/references/" + i, node.get(i).asString(""), UUID::fromString);
                if (id != null) {
                    references.add(id);
                }
            }
            if (!node.isMissingNode() && !node.isArray() || node.size() > MAX_REFERENCES) {
                mistake(
                        "/references",
                        "a list of at most " + MAX_REFERENCES + " record ids is expected",
                        "記録 ID の一覧（最大 " + MAX_REFERENCES + "）です");
            }
            return references;
        }

        private String author() {
            var author = json.path("author").asString(defaultAuthor).strip();
            if (author.isEmpty() || author.length() > MAX_AUTHOR) {
                mistake(
                        "/author",
                        "the office that speaks, 1 to " + MAX_AUTHOR + " characters",
                        "発信する部署（1〜" + MAX_AUTHOR + " 文字）");
            }
            return author;
        }

        private Draft.@Nullable Source source() {
            var node = json.path("source");
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            var system = node.path("system").asString("");
            var id = node.path("id").asString("");
            if (system.isBlank() || id.isBlank() || system.length() > 64 || id.length() > 256) {
                mistake(
                        "/source",
                        "system (1 to 64 characters) and id (1 to 256) are needed",
                        "system（1〜64 文字）と id（1〜256 文字）が必要です");
                return null;
            }
            return new Draft.Source(system, id);
        }

        private @Nullable Instant until() {
            var node = json.path("until");
            if (node.isMissingNode() || node.isNull()) {
                return null;
            }
            try {
                var until = Instant.parse(node.asString("")).truncatedTo(ChronoUnit.MICROS);
                if (until.isAfter(clock.instant()) && until.isBefore(LATEST_END)) {
                    return until;
                }
                mistake(
                        "/until",
                        "the end of the release, " + until + ", is already past or beyond the year 2250",
                        "開示の期限 " + until + " は既に過ぎているか、2250 年より後です");
            } catch (DateTimeException e) {
                mistake(
                        "/until",
                        "an instant in UTC is expected, for example 2026-12-01T00:00:00Z",
                        "期限は UTC の時刻です（例: 2026-12-01T00:00:00Z）");
            }
            return null;
        }

        private <T> @Nullable T parsed(String at, String text, Function<String, T> parser) {
            try {
                return parser.apply(text);
            } catch (RuntimeException e) {
                mistake(at, String.valueOf(e.getMessage()), "読み取れません: " + e.getMessage());
                return null;
            }
        }

        private void mistake(String at, String english, String japanese) {
            mistakes.add(new FieldError(at, english, japanese));
        }
    }
}
