package org.renkei.door;

import org.renkei.identity.Caller;
import org.renkei.settings.NodeSettings;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class CallerController {
    private final NodeSettings settings;

    CallerController(NodeSettings settings) {
        this.settings = settings;
    }

    @GetMapping("/api/v1/session")
    SessionView session(@AuthenticationPrincipal Caller caller) {
        return SessionView.of(caller, settings.node().party());
    }
}
