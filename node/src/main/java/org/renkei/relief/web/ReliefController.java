package org.renkei.relief.web;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.renkei.identity.Caller;
import org.renkei.relief.BoardView;
import org.renkei.relief.PlaceView;
import org.renkei.relief.ProposalView;
import org.renkei.relief.ReliefDesk;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

@RestController
class ReliefController {
    private final ReliefDesk desk;

    ReliefController(ReliefDesk desk) {
        this.desk = desk;
    }

    @GetMapping("/api/v1/relief/board")
    BoardView board(@RequestParam Optional<Boolean> exercise, @AuthenticationPrincipal Caller caller) {
        return desk.board(exercise, caller);
    }

    @GetMapping("/api/v1/relief/places/{id}")
    PlaceView place(@PathVariable UUID id, @AuthenticationPrincipal Caller caller) {
        return desk.place(id, caller);
    }

    @PostMapping("/api/v1/relief/proposals")
    ProposalView propose(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller) {
        return desk.propose(request, caller);
    }

    @PostMapping("/api/v1/relief/assignments")
    @ResponseStatus(HttpStatus.CREATED)
    BoardView decide(@RequestBody JsonNode request, @AuthenticationPrincipal Caller caller, Locale language) {
        return desk.decide(request, caller, language);
    }
}
