package org.renkei.verification.web;

import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.renkei.audit.Readership;
import org.renkei.verification.Trails;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

@RestController
class TrailController {
    private final Trails trails;
    private final Readership readership;

    TrailController(Trails trails, Readership readership) {
        this.readership = readership;
        this.trails = trails;
    }

    @GetMapping("/api/v1/audit/records/{id}")
    Trails.Trail trail(@PathVariable UUID id, Principal reader) {
        return readership.known(reader, List.of(id)).isEmpty()
                ? new Trails.Trail(List.of(), List.of())
                : trails.follow(id);
    }
}
