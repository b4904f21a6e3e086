package org.renkei.glossary.web;

import org.renkei.glossary.GlossaryDesk;
import org.renkei.glossary.GlossaryView;
import org.renkei.identity.Caller;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class GlossaryController {
    private final GlossaryDesk desk;

    GlossaryController(GlossaryDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/glossary")
    GlossaryView list(@AuthenticationPrincipal Caller caller) {
        return desk.list(caller);
    }
}
