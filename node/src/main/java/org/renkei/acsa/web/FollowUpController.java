package org.renkei.acsa.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.renkei.acsa.FollowUpDesk;
import org.renkei.acsa.FollowUpView;
import org.renkei.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class FollowUpController {
    private final FollowUpDesk desk;

    FollowUpController(FollowUpDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/acsa/dashboard")
    FollowUpView.Dashboard dashboard(
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to,
            @AuthenticationPrincipal Caller caller) {
        return desk.dashboard(caller, from == null ? LocalDate.MIN : from, to == null ? LocalDate.MAX : to);
    }

    @GetMapping(value = "/api/v1/acsa/unreconciled/csv", produces = "text/csv;charset=UTF-8")
    String unreconciled(@RequestParam LocalDate on, @AuthenticationPrincipal Caller caller) {
        return desk.unreconciledCsv(on, caller);
    }

    @GetMapping("/api/v1/acsa/orders/{id}/drafts")
    Map<String, List<FollowUpView.DraftView>> drafts(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return Map.of("drafts", desk.drafts(id, caller));
    }

    @PostMapping("/api/v1/acsa/orders/{id}/what-if")
    FollowUpView.WhatIfView whatIf(
            @PathVariable UUID id, @RequestBody JsonNode body, @AuthenticationPrincipal Caller caller) {
        return desk.whatIf(id, body, caller);
    }

    @PostMapping("/api/v1/acsa/orders/{id}/notice")
    FollowUpView.Dashboard notice(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.notice(id, caller);
    }
}
