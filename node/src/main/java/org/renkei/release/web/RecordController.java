package org.renkei.release.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.identity.Caller;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.Category;
import org.renkei.problem.Problem.FieldError;
import org.renkei.records.Kinds;
import org.renkei.records.RecordFilter;
import org.renkei.records.RecordView;
import org.renkei.release.BatchOutcome;
import org.renkei.release.RecordDesk;
import org.renkei.release.ReleaseDesk;
import org.renkei.release.Stored;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class RecordController {
    private static final int MAX_BATCH = 500;
    private static final int MAX_REASON = 500;

    private final ReleaseDesk desk;
    private final RecordDesk records;
    private final Kinds kinds;

    RecordController(ReleaseDesk desk, RecordDesk records, Kinds kinds) {
        this.desk = desk;
        this.records = records;
        this.kinds = kinds;
    }

    record KindView(String kind, Map<String, String> name, JsonNode schema) {}

    @GetMapping("/api/v1/kinds")
    Map<String, List<KindView>> listKinds() {
        return Map.of(
                "kinds",
                kinds.list().stream()
                        .map(kind -> new KindView(
                                kind.kind(), Map.of("en", kind.nameEn(), "ja", kind.nameJa()), kind.schema()))
                        .toList());
    }

    @GetMapping("/api/v1/records")
    RecordDesk.Page list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String origin,
            @RequestParam(required = false) @Nullable Instant since,
            @RequestParam(required = false) @Nullable String text,
            @RequestParam(required = false) @Nullable Boolean located,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit,
            @AuthenticationPrincipal Caller caller) {
        return records.list(new RecordFilter(kind, origin, since, text, located), cursor, limit, caller);
    }

    @PostMapping("/api/v1/records")
    @ResponseStatus(HttpStatus.CREATED)
    Stored create(@RequestBody JsonNode draft, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.create(Authorship.of(draft, caller), caller, language);
    }

    @PostMapping("/api/v1/records/batch")
    Map<String, List<BatchOutcome>> createAll(
            @RequestBody JsonNode batch, @AuthenticationPrincipal Caller caller, Locale language) {
        var drafts = batch.path("drafts");
        if (!drafts.isArray() || drafts.size() > MAX_BATCH) {
            throw new Problem(
                    Category.BAD_REQUEST,
                    "a list named drafts with at most " + MAX_BATCH + " entries is expected",
                    "drafts という一覧（最大 " + MAX_BATCH + " 件）が必要です");
        }
        var list = new ArrayList<JsonNode>();
        drafts.forEach(draft -> list.add(Authorship.of(draft, caller)));
        return Map.of("outcomes", desk.createAll(list, caller, language));
    }

    @GetMapping("/api/v1/records/{id}")
    RecordView get(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return records.get(id, caller);
    }

    @PutMapping("/api/v1/records/{id}")
    Stored revise(
            @PathVariable UUID id,
            @RequestBody JsonNode draft,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.revise(id, Authorship.of(draft, caller), caller, language);
    }

    @GetMapping("/api/v1/records/{id}/revisions")
    Map<String, List<RecordView>> listRevisions(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Map.of("revisions", records.listRevisions(id, caller));
    }

    @PostMapping("/api/v1/records/{id}/recall")
    Map<String, Object> recall(
            @PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        var from = desk.recall(id, reason(request), caller);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", id);
        answer.put("revision", records.get(id, caller).revision());
        answer.put("recalledFrom", from);
        return answer;
    }

    @GetMapping("/api/v1/records/{id}/release")
    Stored release(@PathVariable UUID id, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.release(id, caller, language);
    }

    @PostMapping("/api/v1/release/preview")
    ReleaseDesk.Preview preview(@RequestBody JsonNode draft, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.preview(Authorship.of(draft, caller), caller, language);
    }

    static String reason(JsonNode request) {
        var reason = request.path("reason").asString("").strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw Problem.refused(List.of(new FieldError(
                    "/reason",
                    "a reason is needed, 1 to " + MAX_REASON + " characters",
                    "理由（1〜" + MAX_REASON + " 文字）が必要です")));
        }
        return reason;
    }
}
