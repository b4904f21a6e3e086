package org.renkei.tak.web;

import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.tak.TakDesk;
import org.renkei.tak.TakState;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TakController {
    private final TakDesk desk;

    TakController(TakDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/tak")
    TakState get() {
        return desk.state();
    }

    @PostMapping("/api/v1/tak/clients/{id}/disconnect")
    TakState disconnect(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        desk.disconnect(id, caller);
        return desk.state();
    }
}
