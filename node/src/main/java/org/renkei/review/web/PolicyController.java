package org.renkei.review.web;

import java.security.Principal;
import org.renkei.identity.Caller;
import org.renkei.review.PolicyDesk;
import org.renkei.review.ReviewViews;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/release-policy")
class PolicyController {
    private final PolicyDesk desk;

    PolicyController(PolicyDesk desk) {
        this.desk = desk;
    }

    @GetMapping
    ReviewViews.Policies get() {
        return desk.get();
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ReviewViews.Policies propose(@RequestBody JsonNode draft, Principal caller) {
        return desk.propose(draft, Requests.reason(draft, "reason", 1), caller.getName());
    }

    @PostMapping("/check")
    ReviewViews.Effect check(@RequestBody JsonNode draft, @AuthenticationPrincipal Caller caller) {
        return desk.check(draft, caller);
    }

    @PostMapping("/yaml")
    ReviewViews.ReadPolicy read(@RequestBody JsonNode request) {
        return desk.read(request.path("yaml").asString(""));
    }

    @PostMapping("/{version}/confirm")
    ReviewViews.Policies confirm(@PathVariable int version, Principal caller) {
        return desk.confirm(version, caller.getName());
    }

    @PostMapping("/{version}/reject")
    ReviewViews.Policies reject(@PathVariable int version, @RequestBody JsonNode request, Principal caller) {
        return desk.reject(version, Requests.reason(request, "reason", 1), caller.getName());
    }
}
