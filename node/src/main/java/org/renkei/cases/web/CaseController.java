package org.renkei.cases.web;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.renkei.cases.CaseDesk;
import org.renkei.cases.CaseOptions;
import org.renkei.cases.CaseView;
import org.renkei.cases.DeadlineView;
import org.renkei.cases.InboxView;
import org.renkei.cases.ReplayDesk;
import org.renkei.cases.ReplayView;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.kernel.cases.Act;
import org.renkei.kernel.cases.Coded;
import org.renkei.problem.Problem;
import org.renkei.problem.Problem.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
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
class CaseController {
    private final CaseDesk desk;
    private final ReplayDesk replays;

    CaseController(CaseDesk desk, ReplayDesk replays) {
        this.desk = desk;
        this.replays = replays;
    }

    @GetMapping("/api/v1/cases/options")
    CaseOptions options(@AuthenticationPrincipal Caller caller) {
        return desk.options(caller);
    }

    @GetMapping("/api/v1/cases/inbox")
    InboxView inbox(@AuthenticationPrincipal Caller caller) {
        return desk.inbox(caller);
    }

    @PutMapping("/api/v1/cases/watch")
    InboxView sit(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.sit(
                request.path("bodies")
                        .valueStream()
                        .map(one -> one.asString(""))
                        .toList(),
                caller);
    }

    @GetMapping("/api/v1/cases/deadline")
    DeadlineView deadline(
            @RequestParam String body,
            @RequestParam int hours,
            @RequestParam(defaultValue = "") Set<String> nations,
            @AuthenticationPrincipal Caller caller) {
        return desk.deadline(body, hours, nations, caller);
    }

    @GetMapping("/api/v1/cases")
    Map<String, List<CaseView.Row>> list(@AuthenticationPrincipal Caller caller) {
        return Map.of("cases", desk.list(caller));
    }

    @PostMapping("/api/v1/cases")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView.Page open(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.open(request, caller, language);
    }

    /// @param newest how many statements are wanted; 200 when nothing is said
    @GetMapping("/api/v1/cases/{id}")
    CaseView.Page get(
            @PathVariable UUID id,
            @RequestParam Optional<Integer> newest,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return newest.map(most -> desk.get(id, most, caller, language)).orElseGet(() -> desk.get(id, caller, language));
    }

    @GetMapping("/api/v1/cases/{id}/told")
    CaseView.Page get(
            @PathVariable UUID id,
            @RequestParam String to,
            @RequestParam Instant until,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return replays.get(id, to, until, caller, language);
    }

    @GetMapping("/api/v1/cases/{id}/replay")
    ReplayView replay(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return replays.replay(id, caller);
    }

    @GetMapping("/api/v1/cases/{id}/replay/pdf")
    ResponseEntity<byte[]> report(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return ResponseEntity.ok().header("Content-Type", Documents.TYPE).body(replays.pdf(id, caller));
    }

    @PostMapping("/api/v1/cases/{id}/statements")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView.Page say(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        return desk.say(id, request, caller, language);
    }

    @PostMapping("/api/v1/cases/{id}/receipts")
    @ResponseStatus(HttpStatus.CREATED)
    CaseView.Page receive(
            @PathVariable UUID id,
            @RequestBody JsonNode request,
            @AuthenticationPrincipal Caller caller,
            Locale language) {
        var receipt = Coded.find(Act.Receipt.class, request.path("receipt").asString(""))
                .orElseThrow(() -> Problem.refused(List.of(new FieldError(
                        "/receipt",
                        "one of " + Coded.codes(Act.Receipt.class),
                        Coded.codes(Act.Receipt.class) + " のどれかです"))));
        return desk.receive(id, receipt, ids(request.path("on")), caller, language);
    }

    @PostMapping("/api/v1/cases/{id}/seen")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void see(@PathVariable UUID id, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.see(id, ids(request.path("statements")), caller);
    }

    private static Set<UUID> ids(JsonNode array) {
        var ids = new HashSet<UUID>();
        for (var one : array) {
            ids.add(id(one.asString(""))
                    .orElseThrow(() -> Problem.refused(
                            List.of(new FieldError("/on", "the id of a statement: a UUID", "申述の ID（UUID）です")))));
        }
        return ids;
    }

    private static Optional<UUID> id(String text) {
        try {
            return Optional.of(UUID.fromString(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
