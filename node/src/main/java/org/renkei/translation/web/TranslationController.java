package org.renkei.translation.web;

import org.renkei.identity.Caller;
import org.renkei.translation.Translated;
import org.renkei.translation.TranslationDesk;
import org.renkei.translation.TranslationView;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class TranslationController {
    private final TranslationDesk desk;

    TranslationController(TranslationDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/translation")
    TranslationView state() {
        return desk.state();
    }

    @PostMapping("/api/v1/translation")
    Translated translate(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.translate(request, caller);
    }
}
