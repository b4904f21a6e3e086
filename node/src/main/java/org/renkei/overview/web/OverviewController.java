package org.renkei.overview.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.overview.BriefView;
import org.renkei.overview.OverviewDesk;
import org.renkei.overview.OverviewView;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
class OverviewController {
    private final OverviewDesk desk;

    OverviewController(OverviewDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/overview")
    OverviewView overview(
            @RequestParam Optional<Boolean> exercise, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.overview(exercise, caller, language);
    }

    @GetMapping("/api/v1/handover-brief")
    BriefView brief(@RequestParam Optional<Instant> since, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.brief(since, caller, language);
    }

    @GetMapping("/api/v1/handover-brief/pdf")
    ResponseEntity<byte[]> pdf(
            @RequestParam Optional<Instant> since, @AuthenticationPrincipal Caller caller, Locale language) {
        return ResponseEntity.ok().header("Content-Type", Documents.TYPE).body(desk.pdf(since, caller, language));
    }
}
