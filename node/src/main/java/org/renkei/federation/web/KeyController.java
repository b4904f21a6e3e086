package org.renkei.federation.web;

import org.renkei.federation.KeyDesk;
import org.renkei.federation.KeyViews;
import org.renkei.identity.Caller;
import org.renkei.keys.Partners;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
@RequestMapping("/api/v1/keys")
class KeyController {
    private final KeyDesk desk;
    private final KeyViews views;

    KeyController(KeyDesk desk, KeyViews views) {
        this.desk = desk;
        this.views = views;
    }

    @GetMapping
    KeyViews.KeysView keys() {
        return views.all();
    }

    @PostMapping("/rotation")
    KeyViews.KeysView rotate(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.rotate(text(request, "reason"), caller);
        return views.all();
    }

    @PostMapping("/withdrawal")
    KeyViews.KeysView withdraw(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.withdraw(text(request, "reason"), caller);
        return views.all();
    }

    @PostMapping("/partners/{party}/revocation")
    KeyViews.KeysView revoke(
            @PathVariable String party, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.revoke(Partners.keyInPath(party), text(request, "reason"), caller);
        return views.all();
    }

    @PostMapping("/partners/{party}/check")
    KeyViews.CardView check(@PathVariable String party, @RequestBody JsonNode request) {
        return KeyViews.CardView.of(desk.check(Partners.keyInPath(party), text(request, "card")));
    }

    @PostMapping("/partners/{party}/card")
    KeyViews.KeysView accept(
            @PathVariable String party, @RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        desk.accept(Partners.keyInPath(party), text(request, "card"), text(request, "fingerprint"), caller);
        return views.all();
    }

    @PostMapping("/partners/{party}/handed-over")
    KeyViews.KeysView handedOver(@PathVariable String party, @AuthenticationPrincipal Caller caller) {
        desk.handedOver(Partners.keyInPath(party), caller);
        return views.all();
    }

    private static String text(JsonNode request, String field) {
        return request.path(field).asString("");
    }
}
