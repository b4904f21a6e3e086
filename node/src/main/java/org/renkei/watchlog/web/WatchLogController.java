package org.renkei.watchlog.web;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.renkei.documents.Documents;
import org.renkei.identity.Caller;
import org.renkei.watchlog.WatchLogDesk;
import org.renkei.watchlog.WatchLogDesk.Query;
import org.renkei.watchlog.WatchLogView;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class WatchLogController {
    private final WatchLogDesk desk;

    WatchLogController(WatchLogDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/watch-log")
    WatchLogView list(
            @RequestParam Optional<Instant> since,
            @RequestParam Optional<String> act,
            @RequestParam Optional<String> words,
            @AuthenticationPrincipal Caller caller) {
        return desk.list(new Query(since, act, words), caller);
    }

    @GetMapping("/api/v1/watch-log/pdf")
    ResponseEntity<byte[]> pdf(@RequestParam Optional<Instant> since, @AuthenticationPrincipal Caller caller) {
        var query = new Query(since, Optional.empty(), Optional.empty());
        return ResponseEntity.ok().header("Content-Type", Documents.TYPE).body(desk.pdf(query, caller));
    }

    @PostMapping("/api/v1/watch-log")
    @ResponseStatus(HttpStatus.CREATED)
    WatchLogView enter(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.enter(request, caller, language);
    }
}
