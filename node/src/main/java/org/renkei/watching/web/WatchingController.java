package org.renkei.watching.web;

import org.renkei.identity.Caller;
import org.renkei.watching.Watching;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class WatchingController {
    private final Watching watching;

    WatchingController(Watching watching) {
        this.watching = watching;
    }

    @GetMapping("/api/v1/watching")
    Watching.Standing read(@AuthenticationPrincipal Caller caller) {
        return watching.standing(caller);
    }

    @PutMapping("/api/v1/watching")
    Watching.Standing change(@RequestBody JsonNode plan, @AuthenticationPrincipal Caller caller) {
        return watching.change(plan, plan.path("replaces").asInt(0), caller);
    }
}
