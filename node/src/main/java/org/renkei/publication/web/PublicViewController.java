package org.renkei.publication.web;

import org.renkei.identity.Caller;
import org.renkei.publication.PublicView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class PublicViewController {
    private final PublicView view;

    PublicViewController(PublicView view) {
        this.view = view;
    }

    @GetMapping("/api/v1/public-view")
    PublicView.Standing read() {
        return view.standing();
    }

    @PutMapping("/api/v1/public-view")
    PublicView.Standing turn(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        view.turn(request.path("open").asBoolean(false), request.path("reason").asString(""), caller);
        return view.standing();
    }
}
