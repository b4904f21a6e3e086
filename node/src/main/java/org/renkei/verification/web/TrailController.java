package org.renkei.verification.web;

import java.util.UUID;
import org.renkei.verification.Trails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrailController {
    private final Trails trails;

    TrailController(Trails trails) {
        this.trails = trails;
    }

    @GetMapping("/api/v1/audit/records/{id}")
    Trails.Trail trail(@PathVariable UUID id) {
        return trails.follow(id);
    }
}
